package io.sparkusher.webhook.preview;

/** Colours for terminals, or none at all. */
record Paint(boolean coloured) {
    /** What a text means; the terminal's own theme decides how that looks. */
    enum Colour {
        Bold("1"),
        Dim("2"),
        Red("31"),
        Green("32"),
        Yellow("33"),
        Cyan("36");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    String paint(Colour colour, String text) {
        return coloured ? "\u001B[" + colour.code + "m" + text + "\u001B[0m" : text;
    }
}
