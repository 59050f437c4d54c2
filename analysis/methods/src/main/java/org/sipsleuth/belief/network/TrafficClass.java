package org.sipsleuth.belief.network;

import java.util.List;

/// A state of the root: what the traffic is (paper 4, §4.1), in the order of its tables.
public enum TrafficClass {
    NORMAL("normal", "normal traffic"),
    SCAN("scan", "host scan or extension enumeration"),
    SPIT("spit", "SPIT (unsolicited calls)"),
    DOS("dos", "denial of service"),
    PASSWORD_CRACKING("password_cracking", "password guessing"),
    FIREWALL_TRAVERSAL("firewall_traversal", "firewall pinhole abuse");

    private static final List<TrafficClass> ALL = List.of(values());

    private final String word;
    private final String meaning;

    TrafficClass(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /// All of them, in order.
    public static List<TrafficClass> all() {
        return ALL;
    }

    /// The name in truth files and reports.
    public String word() {
        return word;
    }

    /// What it is, in a few words.
    public String meaning() {
        return meaning;
    }

    /// Whether it is one of the five attacks.
    public boolean isAttack() {
        return this != NORMAL;
    }
}
