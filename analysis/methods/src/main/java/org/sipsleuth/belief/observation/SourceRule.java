package org.sipsleuth.belief.observation;

/// Who counts as the source of a request. A response belongs to the source of its request.
public enum SourceRule {
    /// The address that responses go back to in the end: of a message with one Via the address in
    /// its packet, of others what the last Via says was `received`, or its host.
    ADDRESS("address"),
    /// The same, but many addresses that flood a target together are one source: they may be
    /// forged.
    POOLED("pooled"),
    /// The host in the last Via, as the paper has it. Whoever sends a request can write there
    /// whatever they like.
    VIA("via");

    private final String word;

    SourceRule(String word) {
        this.word = word;
    }

    /// The one of this word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static SourceRule of(String word) {
        for (SourceRule each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("There is no rule for sources of this name");
    }

    /// The word for settings.
    public String word() {
        return word;
    }
}
