package org.sipsleuth.evaluate.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.call.record.CsvColumns;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.graph.CallGraph;
import org.sipsleuth.social.graph.DenseBlock;
import org.sipsleuth.social.graph.DenseBlocks;
import smile.validation.metric.AUC;

/// Prints the figures of docs/SOCIAL-DATA.md. Run by hand only: the data sets are not part of the
/// repository.
final class FraudSetsTest {

    private static final double TRAINING = 0.7;
    private static final long SEED = 1;

    /// What somebody has concluded about a caller, as opposed to what the caller does.
    private static final Set<String> CONCLUSIONS = Set.of("receiver_block_rate", "spam_reports_count",
            "country_code_risk_score", "previous_fraud_associations", "reputation_score");

    private static List<CSVRecord> table(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    private static double number(String text) {
        return text.isBlank() ? Double.NaN : Double.parseDouble(text);
    }

    private static List<LabelledRows.Figures> print(String title, LabelledRows known, LabelledRows held) {
        System.out
                .println(title + ": " + known.labels().size() + " rows learned, " + held.labels().size() + " held out");
        List<LabelledRows.Figures> figures = known.figures(held);
        figures.forEach(System.out::println);
        return figures;
    }

    /// The names that are learned from.
    private static Set<String> drawn(Set<String> names) {
        List<String> order = new ArrayList<>(new TreeSet<>(names));
        Collections.shuffle(order, new Random(SEED));
        return new HashSet<>(order.subList(0, (int) (TRAINING * order.size())));
    }

    @Test
    @EnabledIfSystemProperty(named = "sipsleuth.telecom", matches = ".+")
    void telecomFraud() throws IOException {
        List<CSVRecord> rows = table(Path.of(System.getProperty("sipsleuth.telecom"))).stream()
                .filter(row -> !row.get("fraud_label").isBlank())
                .toList();
        List<String> ids = rows.stream().map(row -> row.get("call_id").strip().toUpperCase(Locale.ROOT)).toList();
        Set<String> known = drawn(new HashSet<>(ids));
        List<String> names = rows.getFirst()
                .getParser()
                .getHeaderNames()
                .stream()
                .filter(name -> !name.equals("call_id") && !name.equals("fraud_label"))
                .toList();
        System.out.println(rows.size() + " labelled rows of " + new HashSet<>(ids).size() + " calls");
        print("telecom_fraud, all columns", telecom(rows, names, row -> known.contains(ids.get(row))),
                telecom(rows, names, row -> !known.contains(ids.get(row))));
        List<String> behaviour = names.stream().filter(name -> !CONCLUSIONS.contains(name)).toList();
        List<LabelledRows.Figures> figures =
                print("telecom_fraud, behaviour", telecom(rows, behaviour, row -> known.contains(ids.get(row))),
                        telecom(rows, behaviour, row -> !known.contains(ids.get(row))));
        assertTrue(figures.get(1).auc() > figures.get(0).auc(), figures.toString());
    }

    private static LabelledRows telecom(List<CSVRecord> rows, List<String> names, IntPredicate isIn) {
        List<CSVRecord> chosen = IntStream.range(0, rows.size()).filter(isIn).mapToObj(rows::get).toList();
        return new LabelledRows(names,
                chosen.stream().map(row -> names.stream().map(name -> number(row.get(name))).toList()).toList(),
                chosen.stream().map(row -> (int) number(row.get("fraud_label"))).toList());
    }

    @Test
    @EnabledIfSystemProperty(named = "sipsleuth.ciras", matches = ".+")
    void ciras() throws IOException {
        Path folder = Path.of(System.getProperty("sipsleuth.ciras"));
        String text = Files.readString(folder.resolve("mock_cdr.csv"));
        CsvCalls.Head head = CsvCalls.head(text);
        CallRecords records;
        try (Reader reader = new StringReader(text)) {
            records = CsvCalls.read(reader, head, CsvColumns.guess(head.names()).orElseThrow(), UserNames.AS_WRITTEN,
                    RunMonitor.NONE).records();
        }
        Map<String, Integer> labels = new LinkedHashMap<>();
        List<Integer> levels = new ArrayList<>();
        List<Double> callCounts = new ArrayList<>();
        for (CSVRecord row : table(folder.resolve("risk_scores.csv"))) {
            labels.put(row.get("caller_number"), number(row.get("score_in_complaints")) > 0 ? 1 : 0);
            levels.add(row.get("risk_level").equals("LOW") ? 0 : 1);
            callCounts.add(number(row.get("total_outgoing_calls")));
        }
        System.out.println("AUC of the number of calls for the given risk level: " + AUC
                .of(levels.stream().mapToInt(i -> i).toArray(), callCounts.stream().mapToDouble(i -> i).toArray()));
        Set<String> known = new HashSet<>();
        for (int label = 0; label < 2; label++) {
            int its = label;
            known.addAll(
                    drawn(new HashSet<>(labels.keySet().stream().filter(name -> labels.get(name) == its).toList())));
        }
        List<LabelledRows.Figures> figures =
                print("CIRAS_mock, callers", callers(records, labels, known), callers(records, labels,
                        new HashSet<>(labels.keySet().stream().filter(name -> !known.contains(name)).toList())));
        List<DenseBlock> blocks = DenseBlocks.of(CallGraph.of(records, 0, records.size()), RunMonitor.NONE);
        for (DenseBlock block : blocks) {
            System.out.println("block: " + block.callers().stream().map(records.users()::get).toList() + " call "
                    + block.callees().size() + " callees, fill " + block.fill() + ", lift " + block.lift());
        }
        assertEquals(1, figures.getFirst().auc());
        assertEquals(labels.keySet().stream().filter(name -> labels.get(name) == 1).sorted().toList(),
                blocks.getFirst().callers().stream().map(records.users()::get).toList());
    }

    private static LabelledRows callers(CallRecords records, Map<String, Integer> labels, Set<String> chosen) {
        List<List<Double>> rows = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        for (String name : new TreeSet<>(chosen)) {
            int user = records.user(name);
            int[] made = IntStream.range(0, records.size()).filter(call -> records.caller(call) == user).toArray();
            double callees = Arrays.stream(made).map(records::callee).distinct().count();
            double talk = Arrays.stream(made).mapToDouble(records::talkMillis).average().orElse(0);
            double received = IntStream.range(0, records.size()).filter(call -> records.callee(call) == user).count();
            rows.add(List.of(Math.log1p(made.length), Math.log1p(callees), talk, received));
            truth.add(labels.get(name));
        }
        return new LabelledRows(List.of("calls", "callees", "mean talk", "calls received"), rows, truth);
    }

    @Test
    @EnabledIfSystemProperty(named = "sipsleuth.boun", matches = ".+")
    void bounSim() throws IOException {
        Path folder = Path.of(System.getProperty("sipsleuth.boun"));
        LabelledRows low = boun(folder.resolve("log_low_50"));
        LabelledRows high = boun(folder.resolve("log_high_250"));
        List<LabelledRows.Figures> figures = new ArrayList<>();
        figures.addAll(print("boun-sim, low 50, by time", half(low, 0), half(low, 1)));
        figures.addAll(print("boun-sim, high 250, by time", half(high, 0), half(high, 1)));
        print("boun-sim, low 50 learned, high 250 held out", low, high);
        assertTrue(figures.stream().allMatch(one -> one.auc() > 0.9), figures.toString());
    }

    /// Messages by method and status code in each interval, as logarithms.
    private static LabelledRows boun(Path folder) throws IOException {
        List<String> names = Files.readAllLines(folder.resolve("headers.txt"));
        List<String> lines = Files.readAllLines(folder.resolve("obs.txt"));
        List<String> changes = Files.readAllLines(folder.resolve("cps.txt"));
        int from = names.indexOf("REGISTER");
        int to = names.indexOf("TOT_CPU");
        List<List<Double>> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        int label = 0;
        for (int i = 0; i < lines.size(); i++) {
            label = number(changes.get(i)) > 0 ? 1 - label : label;
            String[] values = lines.get(i).strip().split(" +", -1);
            List<Double> row = new ArrayList<>();
            double all = 0;
            for (int column = from; column < to; column++) {
                double value = Double.parseDouble(values[column]);
                row.add(Math.log1p(value));
                all += value;
            }
            row.add(Math.log1p(all));
            rows.add(row);
            labels.add(label);
        }
        List<String> columns = new ArrayList<>(names.subList(from, to));
        columns.add("all messages");
        return new LabelledRows(columns, rows, labels);
    }

    private static LabelledRows half(LabelledRows rows, int which) {
        int middle = rows.labels().size() / 2;
        int from = which * middle;
        int to = which == 0 ? middle : rows.labels().size();
        return new LabelledRows(rows.names(), rows.features().subList(from, to), rows.labels().subList(from, to));
    }
}
