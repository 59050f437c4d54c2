package org.sipsleuth.evaluate.stolen;

/// What names an account.
enum Means {
    /// An incident in which it is used by others, or as whom its actors called.
    INCIDENTS("incidents"),
    /// The same, of incidents above low severity.
    GRAVE("incidents above low"),
    /// A flagged user.
    SOCIAL("social flags"),
    /// A source that is believed to attack, of the accounts as which it called or registered.
    BELIEFS("beliefs"),
    /// A source with a period unlike normal ones, of the accounts as which it called or registered.
    NOVELTY("novelty of periods"),
    /// At least one of those above.
    ANY("any of them"),
    /// [AbroadRules#often].
    OFTEN("simplest: many calls abroad a day"),
    /// [AbroadRules#first].
    FIRST("simplest: first call abroad");

    private final String text;

    Means(String text) {
        this.text = text;
    }

    /// Its name in tables.
    String text() {
        return text;
    }
}
