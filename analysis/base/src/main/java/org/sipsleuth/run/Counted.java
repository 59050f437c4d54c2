package org.sipsleuth.run;

/// What was found in captures so far.
///
/// @param messages SIP messages
/// @param dialogs SIP dialogs; one that several files have counts in each
public record Counted(long messages, long dialogs) {

    /// Before anything was read.
    public static final Counted NOTHING = new Counted(0, 0);
}
