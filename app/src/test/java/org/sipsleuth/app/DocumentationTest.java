package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of the documentation use the field's terms, are short, and have no dead links.
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final int MOST_WORDS = 2_500;

    /// Words that a VoIP engineer would have to decode. The list guards against relapse only: pages
    /// are read, not filtered. Excluded are code (`hole` is a column of `info`) and generated
    /// tables (they have the stories of ground-truth files).
    private static final Pattern PRIVATE_WORDS =
            Pattern.compile("\\b(tells?|told|telling|puts? together|taken for|takes? for|believed by"
                    + "|holes?|anew|is none|are none|said of|held against)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern CODE =
            Pattern.compile("(?s)```.*?```|`[^`\n]*`|<!-- (\\w+) -->.*?<!-- end of \\1 -->");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @TempDir private Path folder;

    @Test
    void everyPageIsPlainShortAndLinked() throws IOException {
        List<Path> pages = pages();
        assertTrue(pages.size() > 40, pages::toString);
        List<String> faults = new ArrayList<>();
        for (Path page : pages) {
            faults.addAll(faults(page));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void faultsAreFound() throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "# One\n\nIt tells [this](gone.md), [that](#one), [more](#two).\n");
        assertEquals(List.of("page.md: 'tells'", "page.md: dead link gone.md", "page.md: dead link #two"),
                faults(page));
        Files.writeString(page, "`told` " + "word ".repeat(MOST_WORDS));
        assertEquals(List.of("page.md: 2501 words"), faults(page));
    }

    /// All pages but those of build output and of tools.
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !isHidden(ROOT.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(Path file) {
        for (Path name : file) {
            if (name.toString().startsWith(".") || name.toString().equals("target")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> faults(Path page) throws IOException {
        String name = page.getFileName().toString();
        String text = Files.readString(page);
        List<String> faults = new ArrayList<>();
        Matcher word = PRIVATE_WORDS.matcher(CODE.matcher(text).replaceAll("`"));
        while (word.find()) {
            faults.add(name + ": '" + word.group() + "'");
        }
        int words = text.strip().split("\\s+").length;
        if (words > MOST_WORDS && !name.equals("CHANGELOG.md")) {
            faults.add(name + ": " + words + " words");
        }
        Matcher link = LINK.matcher(CODE.matcher(text).replaceAll("`"));
        while (link.find()) {
            if (!leadsSomewhere(page, link.group(1))) {
                faults.add(name + ": dead link " + link.group(1));
            }
        }
        return faults;
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        if (link.contains("://")) {
            return true;
        }
        int mark = link.indexOf('#');
        String file = mark < 0 ? link : link.substring(0, mark);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        if (mark < 0 || !Files.isRegularFile(target)) {
            return mark < 0 && Files.exists(target);
        }
        return anchors(Files.readString(target)).contains(link.substring(mark + 1));
    }

    /// The anchors of headings, as hosts of repositories derive them.
    private static Set<String> anchors(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
