package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No text of the window writes "1 dialogs": a number before a plural is a choice, or cannot be 1.
class NumberAgreementTest {

    /// A number and what it counts; a total after "of" is not looked at.
    private static final Pattern COUNTED =
            Pattern.compile("(?<!of )(?<!<)\\{\\d(?:,number[^}]*)?} (?:more |other |different )?"
                    + "(?:dialogs|calls|messages|groups|findings|incidents|users|files"
                    + "|frames|packets|requests|responses|hosts|steps|sources|windows"
                    + "|periods|entries|rows|captures|sequences|models|points)\\b");

    /// Texts whose number is never 1, each with the reason.
    private static final Map<String, String> NEVER_ONE =
            Map.ofEntries(Map.entry("inspector.totals.title", "several are selected"),
                    Map.entry("workbench.failure.one.of", "several were opened"),
                    Map.entry("dialogs.ladder.many", "several are shown"),
                    Map.entry("dialogs.ladder.counted", "several share the row"),
                    Map.entry("sequence.prediction.note.long", "a constant"),
                    Map.entry("sequence.scatter.merged", "more sequences than points"),
                    Map.entry("sequence.density.few", "a constant"),
                    Map.entry("sequence.point.several", "several share the point"),
                    Map.entry("dialogs.export.text.long", "a constant"),
                    Map.entry("belief.too.few.detail", "a setting of at least 2"),
                    Map.entry("timestrip.group", "several share the band"), Map.entry("social.few", "two constants"),
                    Map.entry("edge.protection.target-limit.setting", "a rate per second"),
                    Map.entry("incident.headline.several", "more than those of one severity"));

    private static String withoutChoices(String text) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Matcher choice = Pattern.compile("\\{\\d+,choice").matcher(text).region(at, text.length());
            if (choice.lookingAt()) {
                int depth = 0;
                do {
                    depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
                    at++;
                } while (depth > 0 && at < text.length());
            } else {
                rest.append(text.charAt(at++));
            }
        }
        return rest.toString();
    }

    @Test
    void everyCountedPluralIsAChoice() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        WindowTexts.all().forEach((key, text) -> {
            if (COUNTED.matcher(withoutChoices(text)).find()) {
                wrong.put(key, text);
            }
        });
        assertEquals(new TreeSet<>(NEVER_ONE.keySet()), wrong.keySet(), wrong.toString());
    }

    @Test
    void aPluralOutsideAChoiceIsSeen() {
        assertTrue(COUNTED.matcher(withoutChoices("{0} dialogs")).find());
        assertTrue(COUNTED.matcher(withoutChoices("{1,choice,1#1 a|1<{1} as}: {0} calls")).find());
        assertEquals(": x", withoutChoices("{0,choice,1#1 dialog|1<{0} dialogs}: x"));
    }
}
