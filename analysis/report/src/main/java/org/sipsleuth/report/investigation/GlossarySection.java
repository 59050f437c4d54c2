package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The terms that were used before it.
final class GlossarySection {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SPACE = Pattern.compile(" ");

    private final Sheet sheet;

    GlossarySection(Sheet sheet) {
        this.sheet = sheet;
    }

    void write() throws IOException {
        ReportText text = sheet.text();
        List<String> used = COMMA.splitAsStream(text.text("glossary"))
                .filter(term -> isUsed(text.text("glossary." + term + ".words")))
                .toList();
        sheet.facts();
        for (String term : used) {
            sheet.fact("glossary." + term, text.text("glossary." + term + ".text"));
        }
        sheet.endTable();
    }

    private boolean isUsed(String words) {
        return Arrays.stream(SPACE.split(words)).anyMatch(sheet.page()::has);
    }
}
