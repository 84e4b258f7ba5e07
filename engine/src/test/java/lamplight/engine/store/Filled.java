package lamplight.engine.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamplight.engine.model.Deed;
import lamplight.engine.model.Doing;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.SharedMap;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.Things;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * Records whose components are all filled with something, by their types: so a component that is
 * added tomorrow is filled too.
 */
final class Filled {

  private final Random random;
  private int deeds;

  Filled(long seed) {
    random = new Random(seed);
  }

  State state() {
    return (State) record(State.class);
  }

  interface Filling {
    Object of(RecordComponent component);
  }

  static Object get(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component + " cannot be read", e);
    }
  }

  static Object make(Class<?> type, Filling filling) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(components).map(filling::of).toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made", e);
    }
  }

  /** A copy with one component filled anew, until it differs. */
  Object changed(Object of, RecordComponent at) {
    Object old = get(at, of);
    Object fresh = value(at.getGenericType());
    while (fresh.equals(old)) {
      fresh = value(at.getGenericType());
    }
    Object changed = fresh;
    return make(
        of.getClass(),
        component -> component.getName().equals(at.getName()) ? changed : get(component, of));
  }

  Object record(Class<?> type) {
    if (type == Deed.class) {
      Object deed = make(type, component -> value(component.getGenericType()));
      deeds++;
      return make(
          type, component -> component.getName().equals("number") ? deeds : get(component, deed));
    }
    return make(type, component -> value(component.getGenericType()));
  }

  @SuppressWarnings("unchecked")
  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    if (plain == int.class || plain == Integer.class) {
      return random.nextInt(200) - 100;
    } else if (plain == long.class || plain == Long.class) {
      return random.nextLong();
    } else if (plain == boolean.class || plain == Boolean.class) {
      return random.nextBoolean();
    } else if (plain == String.class) {
      return word();
    } else if (plain == Things.class) {
      return Things.of(map(ThingId.class, ThingState.class));
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
    } else if (plain.isSealed()) {
      Class<?>[] kinds = plain.getPermittedSubclasses();
      return value(kinds[random.nextInt(kinds.length)]);
    }
    return isId(plain) ? id(plain) : record(plain);
  }

  private static boolean isId(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getName().equals("value");
  }

  private Object id(Class<?> type) {
    String id = List.of("a", "b-2", "c_3", "lamp", "wheel-house").get(random.nextInt(5));
    return make(type, component -> id);
  }

  /** Words that are hard to write down. */
  private String word() {
    return Stream.generate(
            () ->
                List.of("x", "say", ":", ";", "\\", "%", "=", " ", "é", "{", ",", ".", "%3A", "\n")
                    .get(random.nextInt(14)))
        .limit(1 + random.nextInt(6))
        .reduce("w", String::concat);
  }

  private Object collection(Class<?> raw, Type[] of) {
    Supplier<List<Object>> some = () -> some(of[0]);
    return switch (raw.getSimpleName()) {
      case "Optional" -> random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value(of[0]));
      // What could be taken back is not kept.
      case "List" -> of[0] == Doing.class ? List.of() : List.copyOf(some.get());
      case "PVector", "PSequence" -> TreePVector.from(some.get());
      case "PSortedSet", "PSet" -> sortedSet(some.get());
      case "SharedMap", "PMap" -> map(of);
      default -> throw new AssertionError("no filling for a " + raw);
    };
  }

  private List<Object> some(Type type) {
    List<Object> some = new ArrayList<>();
    IntStream.range(0, random.nextInt(4)).forEach(i -> some.add(value(type)));
    return some;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object sortedSet(List<Object> elements) {
    return TreePSet.from((List) elements);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private SharedMap map(Type... of) {
    SharedMap map = SharedMap.empty();
    for (Object key : some(of[0])) {
      Object value = value(of[1]);
      map =
          map.plus(
              (Comparable) key,
              value instanceof PlayerState player ? named(player, (PlayerId) key) : value);
    }
    return map;
  }

  private static Object named(PlayerState player, PlayerId id) {
    return make(
        PlayerState.class,
        component -> component.getName().equals("id") ? id : get(component, player));
  }
}
