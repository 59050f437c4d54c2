import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the pages of modules and packages of a checkout: `java Packages.java CHECKOUT [--check]`. The table of
/// `docs/MODULES.md` comes from the poms, the pages in `docs/packages` from the `package-info` of each module.
/// With `--check` nothing is written; pages that would differ are listed, and the exit code is 1. Exit code 2: a
/// package says not what comes in and what goes out.
public final class Packages {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern DEPENDENCIES = Pattern.compile("(?s)\n  <dependencies>(.*?)\n  </dependencies>");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- modules -->\n).*?(<!-- end of modules -->)");

    private static final Pattern FLOW = Pattern.compile("\\bIn: (.*?\\.) Out: (.*?)(?:[.:;](?: .*)?|)$");
    private static final Pattern SENTENCE = Pattern.compile("^(.*?)\\.(?: .*)?$");
    private static final Pattern REFERENCE = Pattern.compile("\\[org\\.sipsleuth\\.(?:[a-z.]*(?=[A-Z]))?([\\w.]+)(?:#\\w+)?\\]");
    private static final Pattern PAGE = Pattern.compile("docs/([A-Z-]+)\\.md");

    private static final Path FOLDER = Path.of("docs/packages");

    /// Of the rows of a page: pages have 2,500 words at most.
    private static final int MOST_WORDS = 2_400;

    private static final String ROOT = "org.sipsleuth.";

    private final Path checkout;
    private final List<String> faults = new ArrayList<>();
    private final Map<Path, String> pages = new TreeMap<>();

    private Packages(Path checkout) {
        this.checkout = checkout;
    }

    public static void main(String[] arguments) throws IOException {
        Packages packages = new Packages(Path.of(arguments[0]));
        packages.render();
        if (!packages.faults.isEmpty()) {
            packages.faults.forEach(System.out::println);
            System.exit(2);
        }
        List<Path> changed = packages.changed();
        if (arguments.length > 1) {
            changed.forEach(page -> System.out.println(page + " is not as the sources are; run bench/packages"));
            System.exit(changed.isEmpty() ? 0 : 1);
        }
        for (Path page : changed) {
            Files.createDirectories(packages.checkout.resolve(page).getParent());
            Files.writeString(packages.checkout.resolve(page), packages.pages.get(page));
            System.out.println(page);
        }
    }

    private List<Path> changed() throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            Path file = checkout.resolve(page.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) {
                changed.add(page.getKey());
            }
        }
        return changed;
    }

    private void render() throws IOException {
        StringBuilder rows = new StringBuilder("| module | holds | knows | libraries | packages |\n|---|---|---|---|---|\n");
        for (String module : modules("")) {
            String pom = Files.readString(checkout.resolve(module).resolve("pom.xml"));
            String name = module.replaceFirst(".*/", "");
            List<String> packages = packages(checkout.resolve(module).resolve("src/main/java"));
            List<String> links = new ArrayList<>();
            for (List<String> part : parts(packages)) {
                String page = links.isEmpty() ? name : name + "-" + (links.size() + 1);
                links.add("[%d](packages/%s.md)".formatted(part.size(), page));
                pages.put(FOLDER.resolve(page + ".md"), page(module, one(pom, "description"), part));
            }
            rows.append("| `%s` | %s | %s | %s | %s |\n".formatted(module, one(pom, "description"),
                    list(dependencies(pom, true)), list(dependencies(pom, false)), String.join(", ", links)));
        }
        Path page = Path.of("docs/MODULES.md");
        Matcher table = TABLE.matcher(Files.readString(checkout.resolve(page)));
        if (table.find()) {
            pages.put(page, table.replaceFirst("$1" + Matcher.quoteReplacement(rows.toString()) + "$2"));
        } else {
            faults.add(page + " has no table between <!-- modules --> and <!-- end of modules -->");
        }
    }

    private static String page(String module, String description, List<String> rows) {
        return """
                # Packages of %s

                %s. Other modules: [MODULES](../MODULES.md). Written by `bench/packages`.

                <!-- packages -->
                | package | in → out | holds |
                |---|---|---|
                %s<!-- end of packages -->
                """.formatted(module, description, String.join("", rows));
    }

    /// The rows in parts for pages that are short enough.
    private static List<List<String>> parts(List<String> rows) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        int words = 0;
        for (String row : rows) {
            words += row.split(" ").length;
            if (words > MOST_WORDS) {
                parts.add(new ArrayList<>());
                words = row.split(" ").length;
            }
            parts.getLast().add(row);
        }
        return parts;
    }

    /// The modules with sources, in the order of the poms; those of profiles, too.
    private List<String> modules(String parent) throws IOException {
        List<String> modules = new ArrayList<>();
        String pom = Files.readString(checkout.resolve(parent).resolve("pom.xml"));
        for (String name : MODULE.matcher(pom).results().map(match -> match.group(1)).toList()) {
            String module = parent.isEmpty() ? name : parent + "/" + name;
            if (Files.isDirectory(checkout.resolve(module).resolve("src/main/java"))) {
                modules.add(module);
            } else {
                modules.addAll(modules(module));
            }
        }
        modules.remove("bench");
        return modules;
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    /// What a module is compiled or run with; not what only its tests need, nor the annotations that all have.
    private static List<String> dependencies(String pom, boolean isOwn) {
        Matcher all = DEPENDENCIES.matcher(pom);
        return all.find() ? DEPENDENCY.matcher(all.group(1))
                .results()
                .map(match -> match.group(1))
                .filter(dependency -> !one(dependency, "scope").equals("test"))
                .filter(dependency -> one(dependency, "groupId").equals("org.sipsleuth") == isOwn)
                .map(dependency -> one(dependency, "artifactId").replace("sipsleuth-", ""))
                .toList() : List.of();
    }

    private static String one(String xml, String element) {
        Matcher found = Pattern.compile("<%s>([^<]*)</%s>".formatted(element, element)).matcher(xml);
        return found.find() ? found.group(1).strip() : "";
    }

    private List<String> packages(Path sources) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.endsWith("package-info.java")).toList();
        }
        Map<String, String> rows = new TreeMap<>();
        for (Path file : files) {
            String name = sources.relativize(file.getParent()).toString().replace('/', '.').replace(ROOT, "");
            rows.put(name, row(name, Files.readString(file)));
        }
        return List.copyOf(rows.values());
    }

    private String row(String name, String source) {
        List<String> paragraphs = List.of(source.lines()
                .filter(line -> line.startsWith("///"))
                .map(line -> line.substring(3).strip())
                .map(line -> line.isEmpty() ? "\n" : line)
                .collect(Collectors.joining(" "))
                .split(" ?\n ?"));
        Matcher flow = FLOW.matcher(String.join(" ", paragraphs));
        Matcher sentence = SENTENCE.matcher(paragraphs.getFirst());
        if (!flow.find() || !sentence.find()) {
            faults.add(name + ": package-info says not in one sentence what it holds, then In: … Out: …");
            return "";
        }
        String links = PAGE.matcher(source)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .map(page -> " ([%s](../%s.md))".formatted(page, page))
                .collect(Collectors.joining());
        return "| `%s` | %s → %s | %s%s |\n".formatted(name, cell(flow.group(1).replaceFirst("\\.$", "")),
                cell(flow.group(2)), cell(sentence.group(1)), links);
    }

    private static String cell(String text) {
        String plain = REFERENCE.matcher(text).replaceAll(match -> "`" + match.group(1) + "`");
        return plain.equals("nothing") ? "–" : plain.replaceAll(" \\(docs/[^)]*\\)", "").replace("|", "\\|");
    }
}
