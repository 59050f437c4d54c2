package org.sipsleuth.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/// Runs benchmarks with JMH, whose options it takes, and prints the medians as a table.
public final class Benchmarks {

    private static final double MEDIAN = 50;

    private Benchmarks() {}

    /// JMH's options; `-h` tells them.
    public static void main(String[] args)
            throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions options = new CommandLineOptions(args);
        if (options.shouldHelp()) {
            options.showHelp();
        } else if (options.shouldList()) {
            new Runner(options).list();
        } else {
            print(new Runner(options).run(), System.out);
        }
    }

    /// Where captures to measure with are kept.
    static Path folder() {
        return Path.of(System.getProperty("bench.captures", "target/captures"));
    }

    private static void print(Collection<RunResult> results, PrintStream out) {
        out.println("\n| benchmark | of | median | lowest | highest |\n|---|---|---|---|---|");
        for (RunResult result : results) {
            rows(result).forEach(out::println);
        }
    }

    private static List<String> rows(RunResult result) {
        BenchmarkParams params = result.getParams();
        String method = params.getBenchmark();
        String type = method.substring(0, method.lastIndexOf('.'));
        String name =
                type.substring(type.lastIndexOf('.') + 1)
                        + method.substring(method.lastIndexOf('.'));
        String of =
                params.getParamsKeys().stream()
                        .map(params::getParam)
                        .collect(Collectors.joining(", "));
        if (params.getMode() == Mode.SampleTime) {
            return List.of(timeRow(name, of, result.getPrimaryResult()));
        }
        List<String> rows = new ArrayList<>();
        result.getSecondaryResults()
                .forEach((counted, each) -> rows.add(row(name, of, counted, each)));
        return rows;
    }

    private static String row(String name, String of, String counted, Result<?> result) {
        var statistics = result.getStatistics();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f %s/s | %,.0f | %,.0f |",
                name,
                of,
                statistics.getPercentile(MEDIAN),
                counted,
                statistics.getMin(),
                statistics.getMax());
    }

    /// A row for a benchmark that samples how long each call takes.
    private static String timeRow(String name, String of, Result<?> result) {
        var statistics = result.getStatistics();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.2f %s | %,.2f | %,.2f |",
                name,
                of,
                statistics.getPercentile(MEDIAN),
                result.getScoreUnit(),
                statistics.getMin(),
                statistics.getMax());
    }
}
