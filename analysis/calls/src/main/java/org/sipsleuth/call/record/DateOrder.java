package org.sipsleuth.call.record;

/// What stands first in dates such as 03/04/2024.
public enum DateOrder {
    /// dd/mm/yyyy.
    DAY_FIRST("dmy"),
    /// mm/dd/yyyy.
    MONTH_FIRST("mdy");

    private final String word;

    DateOrder(String word) {
        this.word = word;
    }

    /// The word for it, as options name it.
    public String word() {
        return word;
    }
}
