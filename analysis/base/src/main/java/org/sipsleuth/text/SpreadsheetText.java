package org.sipsleuth.text;

import java.util.regex.Pattern;

/// Text that no spreadsheet runs as a formula, as OWASP advises ("CSV Injection").
public final class SpreadsheetText {

    /// The signs of formulas and their full-width forms, and what spreadsheets skip before them.
    private static final String SIGNS = "=+@\uff1d\uff0b\uff0d\uff20-";

    private static final String SKIPPED = "\t\r\n";

    /// An identifier that begins with a hyphen, as the Call-IDs of some phones do: no operator but
    /// hyphens, no call, no reference to elsewhere; it must stay equal to that of other tools.
    private static final Pattern NAME = Pattern.compile("-(?=[0-9._~-]*[A-Za-z])[A-Za-z0-9._~-]*+");

    /// Where semicolons or tabs separate cells, quotation marks within a line keep nothing together.
    /// Only what calls or refers to elsewhere is a formula here: parameters begin with `;+` as well.
    private static final Pattern OTHER_CELL =
            Pattern.compile("([;" + SKIPPED + "] *)(?=[" + SIGNS + "][^;" + SKIPPED + "]*[(|!])");

    private SpreadsheetText() {}

    /// The text with an apostrophe before each formula.
    public static String of(String cell) {
        String safe = OTHER_CELL.matcher(cell).replaceAll("$1'");
        boolean isFormula =
                !cell.isEmpty() && (SIGNS + SKIPPED).indexOf(cell.charAt(0)) >= 0 && !NAME.matcher(cell).matches();
        return isFormula ? "'" + safe : safe;
    }
}
