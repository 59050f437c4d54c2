package org.sipsleuth.dialog.statistics;

/// How often something is there.
///
/// @param name what, as captured: not made safe for showing
/// @param count how often
/// @param figure what finds its dialogs
public record Counted(String name, long count, Figure figure) {}
