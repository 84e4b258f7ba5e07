package lamplight.engine.session;

import java.util.List;

/** Words that are easily said over a telephone, for rejoin words and session codes. */
final class Words {

  private Words() {}

  static final List<String> ADJECTIVES =
      words(
          """
          amber ancient autumn bashful blue bold brass brave bright brisk bronze calm candid careful
          cheerful chilly clever cloudy copper coral cosy crimson curious dappled daring dusty eager
          early easy emerald fair faithful famous fancy fearless fleet fluffy foggy fond frank free
          fresh friendly frosty gentle giant glad gleaming golden good grand granite grateful green
          grey happy hardy hasty hazel hidden hollow honest humble hushed icy indigo iron ivory jade
          jaunty jolly keen kind lazy lemon light lilac little lively lonely long loud loyal lucky
          lunar maple marble mellow merry mighty mild misty modest mossy narrow neat nimble noble
          northern olive opal orange patient pearl pewter pink plain playful pleasant plucky polite
          prompt proud purple quaint quick quiet rapid rare ready red restless rosy round ruby rusty
          sable safe sandy scarlet secret sepia serene shady sharp shiny shy silent silver simple
          sleepy slender slow small smoky smooth snowy solar solid southern sparkling spry stately
          steady stormy stout striped strong sturdy sunny swift tall tame tawny tender tidy timid
          tin tiny topaz tranquil trusty velvet violet vivid wandering warm wary western wild
          willing windy wise witty wooden worthy yellow young zesty
          """);

  static final List<String> ANIMALS =
      words(
          """
          adder albatross alpaca ant antelope badger bat bear beaver bee beetle bison bittern boar
          bobcat buffalo bullfinch bunting buzzard camel canary caribou carp cat chaffinch cheetah
          chough cicada clam cobra cod condor coot cormorant cow coyote crab crane cricket crow
          cuckoo curlew deer dingo dipper dog dolphin donkey dormouse dove dragonfly duck dunlin
          eagle eel egret elk emu falcon ferret finch firefly flamingo fox frog gannet gazelle gecko
          gibbon giraffe goat goldfinch goose gopher goshawk grebe grouse gull hamster hare harrier
          hawk hedgehog heron herring hoopoe hornet horse hound husky ibex ibis iguana jackal
          jackdaw jaguar jay kestrel kingfisher kite kitten kiwi koala krill ladybird lamb lapwing
          lark lemming lemur leopard linnet lion lizard llama lobster loon lynx macaw magpie mallard
          marmot marten martin mink mole mongoose moose moth mouse mule narwhal newt nightjar ocelot
          octopus okapi oriole osprey ostrich otter owl oyster panda panther parrot partridge
          peacock pelican penguin perch pheasant pigeon pika pike plover pony porpoise possum puffin
          puma python quail rabbit raccoon raven redstart robin rook salmon sandpiper seal shark
          sheep shrew shrimp skylark sloth snail snipe sparrow spider squid squirrel starling stoat
          stork swallow swan swift tapir teal tern thrush tiger toad tortoise trout turtle viper
          vole vulture wagtail walrus wasp weasel whale whippet wigeon wolf wombat woodcock
          woodpecker wren yak zebra
          """);

  static final List<String> THINGS =
      words(
          """
          anchor anvil apple apron arrow attic axe banjo banner barge barn barrel basin basket bath
          beacon bell bench blanket boat bobbin bonnet book boot bottle bow bowl box bracket bread
          brick bridge broom brush bucket buckle bugle button cabin cable cake candle canoe cape
          card carpet cart castle cauldron cellar chain chair chalk charm chart chest chimney cider
          cliff cloak clock cloud coat coffee coin comb compass cottage cradle crate crown cup
          curtain cushion dagger desk dial dice dish door drawer drum easel engine fan feather fence
          fiddle flag flask flint flute forge fork fountain funnel garden garland gate gem glass
          globe glove goblet gong guitar hammer hammock harbour harp hat hatch haystack hearth
          helmet hinge honey hood hook horn hourglass house ink inn jacket jar jetty jewel jug
          kettle key keyhole kiln kite knapsack knot ladder ladle lamp lantern latch lattice ledger
          lens letter lever lighthouse lock locket loom lute magnet mallet mantle map marble mask
          mast meadow medal mill mirror mitten mortar moss mug needle nest net nutmeg oar oven
          paddle page paint palette pan parcel pebble pen pencil pendant pepper piano pie pillow pin
          pipe plank plate plough pocket porch pot pouch prism pulley quarry quill quilt raft rail
          rake ribbon ring river rope rudder rug saddle sail scarf sceptre scroll shawl shelf shell
          shield ship shovel sickle slate sledge slipper spade spindle spoon spring spyglass stair
          stamp steeple stool stove sundial table tambourine tankard tapestry tassel teapot tent
          thimble thread throne ticket tiller timber torch tower trellis trumpet trunk tunnel turret
          umbrella vase vest vial violin wagon wall walnut watch wheel whistle wick willow window
          wreath yarn
          """);

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
