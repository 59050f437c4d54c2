package org.sipsleuth.finding;

/// Groups of kinds of incidents whose stages have one colour and one icon.
public enum StageGroup {
    SCAN, ENUMERATE, GUESS, USE, FLOOD, SPIT, HIJACK, MALFORMED, OTHER
}
