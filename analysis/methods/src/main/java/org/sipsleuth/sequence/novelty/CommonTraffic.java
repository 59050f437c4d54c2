package org.sipsleuth.sequence.novelty;

/// What is common in SIP anywhere: a model that training on a network's own baseline begins with.
///
/// @param name what people call it
/// @param sha256 of its file, in lower-case hexadecimal
/// @param model what it knows
public record CommonTraffic(String name, String sha256, NoveltyModel model) {}
