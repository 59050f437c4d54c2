package org.sipsleuth.incident;

/// A technique of MITRE ATT&CK (Enterprise).
///
/// @param id `T1110.001`
/// @param name `Password Guessing`
public record AttackTechnique(String id, String name) {}
