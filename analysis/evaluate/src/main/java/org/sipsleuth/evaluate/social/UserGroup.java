package org.sipsleuth.evaluate.social;

/// The groups of paper 5, Table 1.
enum UserGroup {
    INTERNAL_ACTIVE("internal active", "IA"),
    INTERNAL_INACTIVE("internal inactive", "II"),
    EXTERNAL_ACTIVE("external active", "EA"),
    EXTERNAL_INACTIVE("external inactive", "EI");

    private final String label;
    private final String initials;

    UserGroup(String label, String initials) {
        this.label = label;
        this.initials = initials;
    }

    /// As in Table 1, in lower case.
    String label() {
        return label;
    }

    /// As in Fig. 16.
    String initials() {
        return initials;
    }
}
