package org.sipsleuth.app.program;

/// The licence of the program.
public final class ProgramLicence {

    private static final String FILE = "/org/sipsleuth/app/licence.txt";

    /// As SPDX names it.
    public static final String NAME = "GPL-3.0-or-later";

    private ProgramLicence() {}

    /// Its whole text.
    public static String text() {
        return ThirdPartyLicences.text(FILE);
    }
}
