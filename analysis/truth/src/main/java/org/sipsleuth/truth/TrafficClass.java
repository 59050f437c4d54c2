package org.sipsleuth.truth;

/// What traffic is.
public enum TrafficClass {
    NORMAL("normal"),
    SCAN("scan"),
    PASSWORD_CRACKING("password_cracking"),
    SPIT("spit"),
    DOS("dos"),
    INVITE_FLOOD("invite_flood"),
    TOLL_FRAUD("toll_fraud"),
    FIREWALL_TRAVERSAL("firewall_traversal"),
    HIJACK("hijack"),
    ODD_DIALOG("odd_dialog"),
    MUTATION("mutation");

    private final String text;

    TrafficClass(String text) {
        this.text = text;
    }

    /// The name in truth files.
    public String text() {
        return text;
    }
}
