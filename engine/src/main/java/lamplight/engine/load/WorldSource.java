package lamplight.engine.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a world's files come from. */
public interface WorldSource {

  /** The name of the world's folder, which is the world's id. */
  String name();

  /** How problems call the folder itself. */
  String shown();

  /** Its files in the order of their paths; what cannot be read becomes a problem. */
  List<SourceFile> files(Problems problems);

  /** Files held in memory, texts by path. */
  static WorldSource of(String name, Map<String, String> texts) {
    List<SourceFile> files = new ArrayList<>();
    new TreeMap<>(texts).forEach((path, text) -> files.add(new SourceFile(path, path, text)));
    return new WorldSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String shown() {
        return name;
      }

      @Override
      public List<SourceFile> files(Problems problems) {
        return List.copyOf(files);
      }
    };
  }
}
