package org.sipsleuth.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sipsleuth.capture.file.RegularFile;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.ModelArray;

/// What calls to numbers cost, as the user's carrier charges them: by the longest prefix that
/// fits. Immutable.
///
/// The file is CSV with the columns prefix, price and kind: `+37190,3.50,premium`. The prefix is in
/// international form, `+` may be missing; the price is per minute, in whatever currency; the kind
/// is one of [Kind] in lower case and may be missing. A first line of names, blank lines, quotes,
/// and semicolons with decimal commas are accepted.
public final class RateTable {

    /// No rates.
    public static final RateTable NONE = new RateTable(Map.of());

    private static final int MOST_ROWS = 200_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_PREFIX = 15;
    private static final double HIGHEST_PRICE = 1e6;
    private static final String PREFIXES = "rate-prefixes";
    private static final String PRICES = "rate-prices";
    private static final String KINDS = "rate-kinds";

    /// In the order of their numbers in model files.
    private static final List<Kind> ALL_KINDS =
            List.of(Kind.UNSTATED, Kind.ORDINARY, Kind.PREMIUM, Kind.SATELLITE, Kind.BLOCKED);

    private final Map<Long, Rate> rates;
    private final int longest;

    /// What kind of number a prefix leads to.
    public enum Kind {
        /// Not stated; the price decides.
        UNSTATED,
        /// An ordinary number, whatever it costs.
        ORDINARY,
        /// A premium-rate number.
        PREMIUM,
        /// A satellite or other global network.
        SATELLITE,
        /// A number that nobody here calls on purpose.
        BLOCKED
    }

    /// The rate of a prefix.
    ///
    /// @param price per minute
    public record Rate(double price, Kind kind) {}

    private RateTable(Map<Long, Rate> rates) {
        this.rates = rates;
        this.longest =
                rates.keySet().stream()
                        .mapToInt(each -> Long.toString(each).length())
                        .max()
                        .orElse(0);
    }

    /// Reads a file.
    ///
    /// @throws RateTableException if a line is not one of a rate table, or there are too many
    public static RateTable read(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return read(in);
        }
    }

    /// Reads the content of a file.
    ///
    /// @throws RateTableException if a line is not one of a rate table, or there are too many
    public static RateTable read(InputStream content) throws IOException {
        try {
            return read(
                    new InputStreamReader(
                            content,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)));
        } catch (CharacterCodingException notText) {
            throw new RateTableException(0, "the file is not UTF-8 text");
        }
    }

    /// Reads the text of a file.
    ///
    /// @throws RateTableException if a line is not one of a rate table, or there are too many
    public static RateTable read(Reader in) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        Map<Long, Rate> rates = new TreeMap<>();
        int number = 0;
        for (Optional<String> line = line(lines, 1);
                line.isPresent();
                line = line(lines, number + 1)) {
            number++;
            String text = number == 1 ? withoutMark(line.get()) : line.get();
            if (!text.isBlank() && !(number == 1 && isHeader(text))) {
                add(rates, text, number);
                if (rates.size() > MOST_ROWS) {
                    throw new RateTableException(
                            number,
                            String.format(Locale.ROOT, "more than %,d prefixes", MOST_ROWS));
                }
            }
        }
        return new RateTable(rates);
    }

    /// A line of bounded length: a file need not have line ends.
    private static Optional<String> line(Reader in, int number) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new RateTableException(
                        number,
                        String.format(Locale.ROOT, "longer than %,d characters", LONGEST_LINE));
            }
            line.append((char) next);
        }
        return Optional.of(line.toString().strip());
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isHeader(String text) {
        return text.chars().noneMatch(Character::isDigit);
    }

    private static void add(Map<Long, Rate> rates, String line, int number)
            throws RateTableException {
        boolean hasSemicolons = line.indexOf(';') >= 0;
        String[] cells = line.split(hasSemicolons ? ";" : ",", -1);
        if (cells.length < 2 || cells.length > 3) {
            throw new RateTableException(
                    number, "%d columns instead of prefix,price,kind".formatted(cells.length));
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = unquoted(cells[i].strip());
        }
        String price = hasSemicolons ? cells[1].replace(',', '.') : cells[1];
        Rate rate = new Rate(price(price, number), kind(cells, number));
        if (rates.putIfAbsent(prefix(cells[0], number), rate) != null) {
            throw new RateTableException(
                    number, "the prefix %s is listed twice".formatted(cut(cells[0])));
        }
    }

    /// What is quoted of a file, its end replaced by … where it is longer than a sentence bears.
    private static String cut(String cell) {
        return cell.length() <= LONGEST_QUOTE ? cell : cell.substring(0, LONGEST_QUOTE - 1) + "…";
    }

    private static String unquoted(String cell) {
        return cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1).strip()
                : cell;
    }

    private static long prefix(String cell, int number) throws RateTableException {
        String digits = cell.startsWith("+") ? cell.substring(1) : cell;
        boolean isPrefix =
                !digits.isEmpty()
                        && digits.length() <= LONGEST_PREFIX
                        && digits.charAt(0) != '0'
                        && digits.chars().allMatch(each -> each >= '0' && each <= '9');
        if (!isPrefix) {
            throw new RateTableException(
                    number,
                    ("%s is not an international prefix: 1 to 15 digits after the +, such as"
                                    + " +37190")
                            .formatted(cut(cell)));
        }
        return Long.parseLong(digits);
    }

    private static double price(String cell, int number) throws RateTableException {
        if (cell.matches("\\d{1,7}(\\.\\d{1,9})?")) {
            double price = Double.parseDouble(cell);
            if (price <= HIGHEST_PRICE) {
                return price;
            }
        }
        throw new RateTableException(
                number, "%s is not a price per minute from 0 to 1000000".formatted(cut(cell)));
    }

    private static Kind kind(String[] cells, int number) throws RateTableException {
        String word = cells.length == 3 ? cells[2].toUpperCase(Locale.ROOT) : "";
        if (word.isEmpty()) {
            return Kind.UNSTATED;
        }
        return Arrays.stream(Kind.values())
                .filter(each -> each != Kind.UNSTATED && each.name().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new RateTableException(
                                        number,
                                        "must be ordinary, premium, satellite or blocked (got %s)"
                                                .formatted(cut(cells[2]))));
    }

    /// Whether it has no rates.
    public boolean isEmpty() {
        return rates.isEmpty();
    }

    /// How many prefixes it has.
    public int size() {
        return rates.size();
    }

    /// The rate of a number in international form without `+`.
    public Optional<Rate> rate(String digits) {
        for (int length = Math.min(longest, digits.length()); length > 0; length--) {
            Rate rate = rates.get(Long.valueOf(digits.substring(0, length)));
            if (rate != null) {
                return Optional.of(rate);
            }
        }
        return Optional.empty();
    }

    /// As a part of a model; empty without rates.
    public List<ModelArray> toArrays() {
        if (rates.isEmpty()) {
            return List.of();
        }
        double[] prefixes = new double[rates.size()]; // 15 digits fit exactly
        double[] prices = new double[rates.size()];
        double[] kinds = new double[rates.size()];
        int at = 0;
        for (Map.Entry<Long, Rate> each : rates.entrySet()) {
            prefixes[at] = each.getKey();
            prices[at] = each.getValue().price();
            kinds[at++] = ALL_KINDS.indexOf(each.getValue().kind());
        }
        return List.of(
                DoubleArray.of(PREFIXES, prefixes, at),
                DoubleArray.of(PRICES, prices, at),
                DoubleArray.of(KINDS, kinds, at));
    }

    /// Those of a model.
    ///
    /// @throws IllegalArgumentException if the model's arrays are none of a rate table
    public static RateTable of(ModelFile model) {
        List<DoubleArray> columns = new ArrayList<>();
        for (String name : List.of(PREFIXES, PRICES, KINDS)) {
            for (ModelArray each : model.arrays()) {
                if (each.layout().name().equals(name) && each instanceof DoubleArray column) {
                    columns.add(column);
                }
            }
        }
        if (columns.isEmpty()) {
            return NONE;
        }
        int size = columns.getFirst().size();
        if (columns.size() != 3
                || size > MOST_ROWS
                || columns.stream().anyMatch(each -> each.size() != size)) {
            throw new IllegalArgumentException("the rate table is incomplete");
        }
        Map<Long, Rate> rates = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            double prefix = columns.get(0).get(i);
            double price = columns.get(1).get(i);
            double kind = columns.get(2).get(i);
            boolean isRate =
                    prefix >= 1
                            && prefix < 1e15
                            && prefix == Math.rint(prefix)
                            && price >= 0
                            && price <= HIGHEST_PRICE
                            && kind >= 0
                            && kind < ALL_KINDS.size()
                            && kind == Math.rint(kind);
            if (!isRate) {
                throw new IllegalArgumentException("row %d of the rate table".formatted(i + 1));
            }
            rates.put((long) prefix, new Rate(price, ALL_KINDS.get((int) kind)));
        }
        return new RateTable(rates);
    }
}
