package org.sipsleuth.edge.advice;

/// A proposal of a configuration, to be checked by an administrator before it is used.
///
/// @param program that reads it: `nftables`, `Kamailio`, `fail2ban`
/// @param file the usual name of its file
/// @param text the configuration; its first line marks it as a proposal
public record Snippet(String program, String file, String text) {}
