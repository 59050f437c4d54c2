import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs test classes in their order until the first test that fails or takes too long.
///
/// Arguments: a file with lines `class,most seconds`; a file to which `class,seconds` is added for
/// each class that ends, and in the end `test,last` with what failed; the word for nothing.
final class FirstFailure implements TestExecutionListener {

    private final Map<String, Long> limits;
    private final Path results;
    private final OperatingSystemMXBean machine =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /// When the classes that are run began, in nanoseconds of the processors.
    private final Map<String, Long> began = new ConcurrentHashMap<>();

    private FirstFailure(Map<String, Long> limits, Path results) {
        this.limits = limits;
        this.results = results;
    }

    public static void main(String... arguments) throws IOException {
        List<String[]> lines =
                Files.readAllLines(Path.of(arguments[0])).stream()
                        .map(line -> line.split(","))
                        .toList();
        Map<String, Long> limits = new ConcurrentHashMap<>();
        lines.forEach(line -> limits.put(line[0], Long.parseLong(line[1])));
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                lines.stream()
                                        .map(line -> DiscoverySelectors.selectClass(line[0]))
                                        .toList())
                        .filters(TagFilter.excludeTags("long"))
                        .configurationParameter("jqwik.database", "")
                        .build();
        FirstFailure listener = new FirstFailure(limits, Path.of(arguments[1]));
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
                .scheduleAtFixedRate(listener::watch, 1, 1, TimeUnit.SECONDS);
        LauncherFactory.create().execute(request, listener);
        listener.end(arguments[2]);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        className(test).ifPresent(this::start);
    }

    private void start(String name) {
        began.put(name, machine.getProcessCpuTime());
    }

    /// Processor time, which does not depend on what else the machine does.
    private long seconds(String name) {
        return TimeUnit.NANOSECONDS.toSeconds(machine.getProcessCpuTime() - began.get(name));
    }

    private void watch() {
        for (String name : began.keySet()) {
            if (seconds(name) > limits.get(name)) {
                end(name + " does not end");
            }
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED) {
            result.getThrowable().ifPresent(Throwable::printStackTrace);
            end(name(test));
        }
        className(test).ifPresent(this::finish);
    }

    private void finish(String name) {
        add(name + "," + seconds(name));
        began.remove(name);
    }

    private void end(String name) {
        add(name + ",last");
        Runtime.getRuntime().halt(0);
    }

    private void add(String line) {
        try {
            Files.writeString(
                    results, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of a test class that was asked for.
    private Optional<String> className(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .filter(limits::containsKey);
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(source -> source.getClassName() + "." + source.getMethodName())
                .orElseGet(() -> test.getLegacyReportingName().replace(',', ' '))
                .replaceAll("^([a-z]\\w*\\.)*", "");
    }
}
