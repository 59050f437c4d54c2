package org.sipsleuth.app.dependency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.app.program.ThirdPartyLicences;

class ThirdPartyLicencesTest {

    private static final Pattern ENTRY = Pattern.compile("(\\S+) (\\S+) +https://\\S+ +\\S.*", Pattern.MULTILINE);

    /// Exactly the libraries the program runs with, each with its version, home page and licence.
    @Test
    void eachRuntimeLibraryHasAnEntry() {
        Set<String> listed = ENTRY.matcher(ThirdPartyLicences.text())
                .results()
                .map(entry -> entry.group(1) + "-" + entry.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = ClassPathJars.runtime()
                .stream()
                .map(jar -> withoutPlatform(jar.getFileName().toString()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, listed);
    }

    /// Name and version of a jar, of `javafx-base-26-linux.jar` `javafx-base-26`.
    private static String withoutPlatform(String jar) {
        Matcher name = Pattern.compile("(.*?)(-linux(-x86_64)?)?\\.jar").matcher(jar);
        return name.matches() ? name.group(1) : jar;
    }
}
