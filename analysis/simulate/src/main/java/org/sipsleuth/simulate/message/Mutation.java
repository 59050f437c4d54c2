package org.sipsleuth.simulate.message;

/// What was changed on purpose in a written message.
///
/// @param from the first changed byte of the message as it was sent, from 0
/// @param to the byte after the last one; `from` where bytes were only left out
/// @param what what was done, in words
/// @param rule the name of the rule that was broken: `leave-out`; or empty
public record Mutation(int from, int to, String what, String rule) {

    /// A change by no rule that has a name.
    public Mutation(int from, int to, String what) {
        this(from, to, what, "");
    }
}
