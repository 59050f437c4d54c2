import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Counts the main code of a checkout: `java Size.java CHECKOUT`. Comments, imports, package
/// statements and white space do not count as code; a text between quotes does.
public final class Size {

    private static final String OWN = "org.sipsleuth.";

    private long characters;
    private long lines;
    private int types;
    private int methods;
    private final Map<String, Set<String>> collaborators = new TreeMap<>();
    private final Map<String, Set<String>> packages = new TreeMap<>();

    private Size() {}

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> all = Files.walk(checkout)) {
            files = all.filter(Size::isMain).sorted().toList();
        }
        Size size = new Size();
        for (Path file : files) {
            size.count(Files.readString(file));
        }
        size.parse(files);
        size.print(files.size());
    }

    private static boolean isMain(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java")
                && path.contains("/src/main/java/")
                && !path.contains("/bench/")
                && !path.contains("/target/");
    }

    private void count(String source) {
        for (String line : withoutComments(source).split("\n", -1)) {
            String code = line.strip();
            if (code.isEmpty() || code.startsWith("import ") || code.startsWith("package ")) {
                continue;
            }
            lines++;
            characters += code.chars().filter(c -> !Character.isWhitespace(c)).count();
        }
    }

    private static String withoutComments(String source) {
        StringBuilder code = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            int end = literalEnd(source, at);
            if (end > at) {
                code.append(source, at, end);
                at = end;
            } else if (source.startsWith("//", at)) {
                at = endOr(source, "\n", at);
            } else if (source.startsWith("/*", at)) {
                at = Math.min(source.length(), endOr(source, "*/", at) + 2);
            } else {
                code.append(source.charAt(at++));
            }
        }
        return code.toString();
    }

    private static int endOr(String source, String what, int from) {
        int found = source.indexOf(what, from);
        return found < 0 ? source.length() : found;
    }

    /// The end of the text or character literal that begins here; the same place if none does.
    private static int literalEnd(String source, int at) {
        String quote =
                source.startsWith("\"\"\"", at)
                        ? "\"\"\""
                        : source.charAt(at) == '"' || source.charAt(at) == '\''
                                ? source.substring(at, at + 1)
                                : "";
        if (quote.isEmpty()) {
            return at;
        }
        int end = at + quote.length();
        while (end < source.length() && !source.startsWith(quote, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), end + quote.length());
    }

    private void parse(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    _ -> {},
                                    List.of("--release", "25"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                look(unit);
            }
        }
    }

    private void look(CompilationUnitTree unit) {
        String name = String.valueOf(unit.getPackageName());
        Set<String> used = packages.computeIfAbsent(name, _ -> new TreeSet<>());
        Set<String> types = new TreeSet<>();
        for (ImportTree each : unit.getImports()) {
            String imported = each.getQualifiedIdentifier().toString();
            if (imported.startsWith(OWN)) {
                String type = ofType(imported);
                types.add(type);
                used.add(type.substring(0, type.lastIndexOf('.')));
            }
        }
        used.remove(name);
        collaborators.put(unit.getSourceFile().getName(), types);
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void nothing) {
                Size.this.types++;
                return super.visitClass(tree, nothing);
            }

            @Override
            public Void visitMethod(MethodTree tree, Void nothing) {
                methods++;
                return super.visitMethod(tree, nothing);
            }
        }.scan(unit, null);
    }

    /// The outermost type of an import: up to the first part with a capital.
    private static String ofType(String imported) {
        List<String> parts = new ArrayList<>();
        for (String part : imported.split("\\.", -1)) {
            parts.add(part);
            if (Character.isUpperCase(part.charAt(0))) {
                break;
            }
        }
        return String.join(".", parts);
    }

    /// Packages that lie on a circle of imports.
    private int onCircles() {
        int count = 0;
        for (String start : packages.keySet()) {
            Set<String> seen = new HashSet<>();
            List<String> next = new ArrayList<>(packages.get(start));
            while (!next.isEmpty()) {
                String at = next.removeLast();
                if (seen.add(at)) {
                    next.addAll(packages.getOrDefault(at, Set.of()));
                }
            }
            count += seen.contains(start) ? 1 : 0;
        }
        return count;
    }

    private void print(int files) {
        int imports = collaborators.values().stream().mapToInt(Set::size).sum();
        Map.Entry<String, Set<String>> most =
                collaborators.entrySet().stream()
                        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                        .orElseThrow();
        System.out.printf(Locale.ROOT, "non-blank characters of code  %,d%n", characters);
        System.out.printf(Locale.ROOT, "lines of code                 %,d%n", lines);
        System.out.printf(
                Locale.ROOT, "characters a line             %.1f%n", (double) characters / lines);
        System.out.printf(Locale.ROOT, "files                         %,d%n", files);
        System.out.printf(Locale.ROOT, "types                         %,d%n", types);
        System.out.printf(Locale.ROOT, "methods                       %,d%n", methods);
        System.out.printf(
                Locale.ROOT, "own types imported by a file  %.1f%n", (double) imports / files);
        System.out.printf(
                Locale.ROOT,
                "most imported                 %d by %s%n",
                most.getValue().size(),
                Path.of(most.getKey()).getFileName());
        System.out.printf(Locale.ROOT, "packages on circles           %d%n", onCircles());
    }
}
