package edgeai.common.vision;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line for each of COCO's 80 classes: its name and its colour, each as far from all others as
 * eyes can tell, and visible on light and dark. The dashboards go by the same lines.
 */
final class NamedColours {

  private static final String LINES =
      """
      person d55e00
      bicycle 009e73
      car 0072b2
      motorcycle cc79a7
      airplane 1e5a69
      bus e69f00
      train c3c396
      truck 56b4e9
      boat 8769c3
      traffic light 96d2c3
      fire hydrant ff78ff
      stop sign d22dff
      parking meter b4a500
      bench 966969
      bird 00780f
      cat a5002d
      dog 5a5a00
      horse 00e178
      sheep 00c3d2
      cow f0b4d2
      elephant a5c3ff
      bear 9687a5
      zebra e1c3a5
      giraffe 3c5a2d
      backpack 005a4b
      umbrella 695a78
      handbag ffb4a5
      tie d29669
      suitcase 968769
      frisbee d28787
      skis ff784b
      snowboard ff8700
      sports ball 008796
      kite a587ff
      baseball bat a5694b
      baseball glove 695a3c
      skateboard a5d200
      surfboard 783c78
      tennis racket c34b5a
      bottle 784b2d
      wine glass 00c3a5
      cup 78962d
      fork e1c369
      knife a54b00
      spoon 96c378
      bowl 783c4b
      banana f03cc3
      apple 961eff
      sandwich 4b8778
      orange 966996
      broccoli b4873c
      carrot a53cb4
      hot dog 5a6987
      pizza 787800
      donut ff2d00
      cake 69a5a5
      chair ff4b5a
      couch d20f00
      potted plant 0f4bff
      bed 00b40f
      dining table 966900
      toilet 962d0f
      tv c30f87
      laptop d2b4ff
      mouse 87a587
      remote 4be100
      keyboard 3c4b87
      cell phone 780fb4
      microwave 1e963c
      oven ffb469
      toaster 694b00
      sink 694ba5
      refrigerator 6969ff
      book 69785a
      clock ff1e87
      vase 960f5a
      scissors ff87a5
      teddy bear 00784b
      hair drier 2d00ff
      toothbrush 0096c3
      other 8a94a3
      """;

  /** As {@code 0xrrggbb}, by name. */
  static final Map<String, Integer> BY_NAME =
      LINES
          .lines()
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.substring(0, line.lastIndexOf(' ')),
                  line -> Integer.parseInt(line, line.lastIndexOf(' ') + 1, line.length(), 16)));

  private NamedColours() {}
}
