package org.sipsleuth.finding;

/// A technique of MITRE ATT&CK (Enterprise).
///
/// @param id `T1110.001`
/// @param name `Password Guessing`
public record AttackTechnique(String id, String name) {

    static final AttackTechnique ADVERSARY_IN_THE_MIDDLE = new AttackTechnique("T1557", "Adversary-in-the-Middle");
    static final AttackTechnique SERVICE_EXHAUSTION = new AttackTechnique("T1499.002", "Service Exhaustion Flood");
    static final AttackTechnique EXPLOITATION = new AttackTechnique("T1499.004", "Application or System Exploitation");
    static final AttackTechnique VALID_ACCOUNTS = new AttackTechnique("T1078", "Valid Accounts");
}
