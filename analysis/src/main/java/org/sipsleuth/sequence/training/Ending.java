package org.sipsleuth.sequence.training;

/// Why a training ends.
enum Ending {
    LEARNED("every training dialog is known"),
    PATIENCE("no smaller loss for long enough"),
    CAP("most epochs reached"),
    DIVERGED("weights grew beyond all numbers"),
    CANCELLED("cancelled");

    private final String text;

    Ending(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
