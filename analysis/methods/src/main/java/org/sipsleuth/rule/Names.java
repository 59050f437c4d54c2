package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.finding.SentenceLanguage;

/// Lists of names from the capture as a sentence shows them: a few of them, each of bounded length.
final class Names {

    private static final int MOST = 3;
    private static final int LONGEST = 40;

    private Names() {}

    /// `1001`, `1001 and 1002`, `1001, 1002, 1003 and 9 more`.
    static String listed(Collection<String> names) {
        List<String> shown = names.stream().limit(MOST).map(Names::cut).toList();
        if (names.size() > MOST) {
            return Observed.few(names.stream().map(Names::cut).toList());
        }
        if (shown.size() < 2) {
            return String.join("", shown);
        }
        int last = shown.size() - 1;
        return Observed.TEXTS.text("names.and", String.join(", ", shown.subList(0, last)), shown.get(last));
    }

    /// A country as the language of the sentence names it.
    ///
    /// @param english its English name; empty for none
    static String country(String english) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> Locale.of("", code))
                .filter(each -> each.getDisplayCountry(Locale.ENGLISH).equals(english))
                .findFirst()
                .map(each -> each.getDisplayCountry(SentenceLanguage.current()))
                .orElse(english);
    }

    /// A name, its end replaced by … where it is longer than a sentence bears.
    static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
