package org.sipsleuth.belief.network;

import java.util.List;

/// A state of the root: what the traffic is (paper 4, §4.1), in the order of its tables.
public enum TrafficClass {
    NORMAL("normal"),
    SCAN("scan"),
    SPIT("spit"),
    DOS("dos"),
    PASSWORD_CRACKING("password_cracking"),
    FIREWALL_TRAVERSAL("firewall_traversal");

    private static final List<TrafficClass> ALL = List.of(values());

    private final String word;

    TrafficClass(String word) {
        this.word = word;
    }

    /// All of them, in order.
    public static List<TrafficClass> all() {
        return ALL;
    }

    /// The name in truth files and reports.
    public String word() {
        return word;
    }

    /// Whether it is one of the five attacks.
    public boolean isAttack() {
        return this != NORMAL;
    }
}
