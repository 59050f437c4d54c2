package org.sipsleuth.truth;

/// One attack, or one of the other things that are not normal: known by its identifier in the truth
/// file, `A1`, `A2`, ….
///
/// @param story what happens, in a sentence
public record Attack(String id, TrafficClass trafficClass, String story) {}
