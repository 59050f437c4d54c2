import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// A checkout whose modules are compiled: runs tests of one of them on changed classes.
final class TestedCheckout {

    static final String SURVIVED = "SURVIVED";

    /// Tests in the package of a changed file, or one above it, or that name its class, which take
    /// at most `QUICK_SECONDS`; those which take longer; all others of the module.
    enum Ring {
        QUICK,
        CLOSE,
        MODULE
    }

    /// Of the processors.
    private static final long QUICK_SECONDS = 2;

    /// After which tests are ended that wait without computing.
    private static final long MOST_MINUTES = 20;

    /// As Maven runs the tests, but compiled once, since each run is short.
    private static final List<String> OPTIONS =
            List.of(
                    "-ea",
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.awt.headless=true");

    private final Path home;
    private final Path root;
    private final Path work;

    /// Seconds of the processors without a fault, by module and test class.
    private final Map<Path, Map<String, Long>> usual = new HashMap<>();

    /// `home` is a checkout that Maven has built: each module has its `target/test-class-path`.
    TestedCheckout(Path home, Path root, Path work) {
        this.home = home;
        this.root = root;
        this.work = work;
    }

    /// `analysis/reader` of a file in it.
    static Path module(Path file) {
        return file.subpath(0, 2);
    }

    /// Nothing if the file is not there.
    String read(Path file) throws IOException {
        return Files.exists(root.resolve(file)) ? Files.readString(root.resolve(file)) : "";
    }

    /// Compiles the changed text of a file into a folder; false if that is no program.
    boolean compile(Path file, String text, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String to = folder.toString();
        List<String> options =
                List.of("-g", "-nowarn", "-proc:none", "-cp", classPath(module(file)), "-d", to);
        return compiler.getTask(
                        null, null, _ -> {}, options, null, List.of(Faults.source(file, text)))
                .call();
    }

    private String classPath(Path module) throws IOException {
        Path target = module.resolve("target");
        String others = Files.readString(home.resolve(target).resolve("test-class-path"));
        return Stream.of("test-classes", "classes")
                .map(folder -> root.resolve(target).resolve(folder) + ":")
                .reduce("", String::concat)
                .concat(others.replace(home + "/", root + "/"));
    }

    /// Runs the tests close to files of a module without a fault.
    void measure(List<Path> files) throws IOException, InterruptedException {
        measure(module(files.getFirst()), tests(files, true));
    }

    /// The first test of a ring that fails on the classes in a folder, or `SURVIVED`; the shortest
    /// comes first. A class of tests may take five times as long as without a fault.
    String firstFailure(List<Path> files, Ring ring, Path folder)
            throws IOException, InterruptedException {
        Path module = module(files.getFirst());
        List<String> tests = tests(files, ring != Ring.MODULE);
        measure(module, tests);
        Map<String, Long> seconds = usual.get(module);
        tests.removeIf(
                test ->
                        switch (ring) {
                            case QUICK -> seconds.get(test) > QUICK_SECONDS;
                            case CLOSE -> seconds.get(test) <= QUICK_SECONDS;
                            case MODULE -> false;
                        });
        tests.sort(Comparator.comparing(seconds::get));
        List<String> limits =
                tests.stream().map(test -> test + "," + (20 + 5 * seconds.get(test))).toList();
        return last(run(module, folder + ":" + classPath(module), limits));
    }

    private static String last(List<String> lines) {
        return lines.isEmpty() || !lines.getLast().endsWith(",last")
                ? "the end of the JVM"
                : lines.getLast().replace(",last", "");
    }

    private void measure(Path module, List<String> tests) throws IOException, InterruptedException {
        Map<String, Long> known = usual.computeIfAbsent(module, _ -> new HashMap<>());
        List<String> unknown = tests.stream().filter(test -> !known.containsKey(test)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        unknown.forEach(test -> known.put(test, 0L)); // also where all its tests are long
        List<String> lines =
                run(
                        module,
                        classPath(module),
                        unknown.stream().map(test -> test + ",3600").toList());
        if (!last(lines).equals(SURVIVED)) {
            String said = Files.readString(work.resolve("log"));
            throw new IOException(last(lines) + " fails without a fault:\n" + said);
        }
        for (String line : lines.subList(0, lines.size() - 1)) {
            known.merge(
                    line.replaceAll(",.*", ""),
                    Long.valueOf(line.replaceAll(".*,", "")),
                    Long::sum);
        }
    }

    /// What `FirstFailure` writes.
    private List<String> run(Path module, String classPath, List<String> tests)
            throws IOException, InterruptedException {
        Path asked = Files.write(work.resolve("tests"), tests);
        Path results = Files.write(work.resolve("results"), List.of());
        List<String> command = new ArrayList<>(OPTIONS);
        command.addFirst(ProcessHandle.current().info().command().orElseThrow());
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(work.resolve("temporary")));
        command.addAll(List.of("-cp", classPath + ":" + System.getProperty("java.class.path")));
        command.addAll(List.of("FirstFailure", asked.toString(), results.toString(), SURVIVED));
        Process process =
                new ProcessBuilder(command)
                        .directory(root.resolve(module).toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("log").toFile())
                        .start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return Files.readAllLines(results);
    }

    /// The test classes of a module that are close to one of its files, or those which are not.
    private List<String> tests(List<Path> files, boolean close) throws IOException {
        Path module = module(files.getFirst());
        Path classes = root.resolve(module).resolve("target/test-classes");
        List<String> tests = new ArrayList<>();
        try (Stream<Path> found = Files.walk(classes)) {
            for (Path path : found.sorted().toList()) {
                String name = classes.relativize(path).toString().replace(".class", "");
                if (path.toString().endsWith("Test.class")
                        && !name.contains("$")
                        && isClose(module, files, name) == close) {
                    tests.add(name.replace('/', '.'));
                }
            }
        }
        return tests;
    }

    private boolean isClose(Path module, List<Path> files, String test) throws IOException {
        String text = read(module.resolve("src/test/java").resolve(test + ".java"));
        for (Path file : files) {
            Path main = module.resolve("src/main/java").relativize(file);
            String name = main.getFileName().toString().replace(".java", "");
            if (main.startsWith(Path.of(test).getParent())
                    || Pattern.compile("\\b" + name + "\\b").matcher(text).find()) {
                return true;
            }
        }
        return false;
    }
}
