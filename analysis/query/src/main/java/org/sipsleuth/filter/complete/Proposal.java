package org.sipsleuth.filter.complete;

/// A proposal for completing a filter.
///
/// @param text as it is written
/// @param what what it is
/// @param kind what the values of a field are, in words; empty for what is no field
/// @param description what it means, for people; can be empty
public record Proposal(String text, What what, String kind, String description) {

    /// What can be proposed.
    public enum What {
        FIELD, FUNCTION, OPERATOR, VALUE, JOIN
    }

    /// What follows it in most cases: a blank, so that typing goes on.
    String behind() {
        return switch (what) {
            case FIELD, OPERATOR, JOIN -> text.endsWith("{") ? "" : " ";
            case FUNCTION, VALUE -> "";
        };
    }
}
