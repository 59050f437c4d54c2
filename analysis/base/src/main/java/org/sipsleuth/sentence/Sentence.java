package org.sipsleuth.sentence;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is stated of a capture, in no language yet: a text of a file with its arguments, an
/// argument, or several in a row. It is worded when it is shown. The only words that it holds itself
/// are data of a stated source ([Source]), to be escaped wherever they are shown.
///
/// Equal sentences are worded alike in every language. Immutable, and small: no more is held than
/// what is stated.
public sealed interface Sentence {

    /// The words in a language; in English where there are no others.
    String in(Locale language);

    /// The words in English: what the window and the command line show.
    default String text() {
        return in(Locale.ENGLISH);
    }

    /// Whether it says nothing.
    default boolean isEmpty() {
        return text().isEmpty();
    }

    /// A text of a file.
    ///
    /// @param arguments that replace `{0}`, `{1}` … in it
    record Worded(MethodTexts texts, String key, List<Sentence> arguments) implements Sentence {

        /// Takes a copy.
        public Worded {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String in(Locale language) {
            return texts.in(language, key, arguments.stream().map(each -> argument(each, language)).toArray());
        }

        /// Patterns choose by numbers.
        private static Object argument(Sentence sentence, Locale language) {
            return switch (sentence) {
                case Count count -> count.value();
                case Decimal decimal when decimal.notation() == Notation.OF_PATTERN -> decimal.value();
                case Found found -> found.count(language);
                case Worded _,Row _,Capital _,Decimal _,Quoted _,Country _,Open _,Punctuation _ ->
                        sentence.in(language);
            };
        }
    }

    /// Several in a row.
    ///
    /// @param separator what is between them
    record Row(Sentence separator, List<Sentence> parts) implements Sentence {

        /// Takes a copy.
        public Row {
            parts = List.copyOf(parts);
        }

        @Override
        public String in(Locale language) {
            return parts.stream().map(part -> part.in(language)).collect(Collectors.joining(separator.in(language)));
        }
    }

    /// A sentence that begins with a capital.
    record Capital(Sentence sentence) implements Sentence {

        @Override
        public String in(Locale language) {
            String text = sentence.in(language);
            return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(language) + text.substring(1);
        }
    }

    /// Whether a regular expression of a language is found in one of several sentences: 1 or 0, for
    /// patterns that choose by it.
    record Found(Sentence expression, List<Sentence> sentences) implements Sentence {

        /// Takes a copy.
        public Found {
            sentences = List.copyOf(sentences);
        }

        @Override
        public String in(Locale language) {
            return Integer.toString(count(language));
        }

        int count(Locale language) {
            Pattern wanted = Pattern.compile(expression.in(language));
            return sentences.stream().anyMatch(each -> wanted.matcher(each.in(language)).find()) ? 1 : 0;
        }
    }

    /// A whole number: `1,234`. Patterns choose singular and plural by it.
    record Count(long value) implements Sentence {

        @Override
        public String in(Locale language) {
            return NumberFormat.getIntegerInstance(language).format(value);
        }
    }

    /// A measured number.
    ///
    /// @param digits behind the point, or significant ones
    record Decimal(double value, Notation notation, int digits) implements Sentence {

        @Override
        public String in(Locale language) {
            return switch (notation) {
                case PLAIN, OF_PATTERN -> String.format(language, "%." + digits + "f", value);
                case GROUPED -> String.format(language, "%,." + digits + "f", value);
                case SCIENTIFIC -> String.format(language, "%." + digits + "e", value);
                case SIGNIFICANT -> String.format(language, "%." + digits + "g", value);
                case PERCENT -> String.format(language, "%." + digits + "f %%", value * 100);
                case SHORTEST -> Double.toString(value)
                        .replace('.', DecimalFormatSymbols.getInstance(language).getDecimalSeparator());
            };
        }
    }

    /// How a number is written.
    enum Notation {
        /// As the pattern states that shows it.
        OF_PATTERN,
        /// `1234.5`
        PLAIN,
        /// `1,234.5`
        GROUPED,
        /// `1.2e-07`
        SCIENTIFIC,
        /// So many digits that matter: `0.035`.
        SIGNIFICANT,
        /// A share, 0 to 1, of a hundred: `25.0 %`
        PERCENT,
        /// As few digits as it needs: `0.05`.
        SHORTEST
    }

    /// Words of no language: data.
    record Quoted(Source source, String words) implements Sentence {

        /// Masks passwords of URIs.
        public Quoted {
            words = UriPassword.masked(words);
        }

        @Override
        public String in(Locale language) {
            return words;
        }
    }

    /// Where words come from that are the same in every language.
    enum Source {
        /// An address of a host.
        HOST,
        /// A user, or a number that was dialled.
        USER,
        /// A field of a message by its name.
        FIELD,
        /// Bytes of the capture as text.
        CAPTURE,
        /// A point in time.
        TIME,
        /// A name of a protocol or a model: `INVITE`, `404`, `SCAN`.
        TERM,
        /// The name of a program, a file, a model or a rule.
        NAME,
        /// What a user wrote.
        NOTE,
        /// What a library says in English only.
        ENGLISH
    }

    /// A country.
    ///
    /// @param english its name in English
    record Country(String english) implements Sentence {

        @Override
        public String in(Locale language) {
            Optional<Locale> known = Arrays.stream(Locale.getISOCountries())
                    .map(code -> Locale.of("", code))
                    .filter(each -> each.getDisplayCountry(Locale.ENGLISH).equals(english))
                    .findFirst();
            return known.map(each -> each.getDisplayCountry(language)).orElse(english);
        }
    }

    /// What a package above words itself, such as how a sequence differs from a known one.
    non-sealed interface Open extends Sentence {}

    /// What stands between words in every language.
    enum Punctuation implements Sentence {
        NOTHING(""), SPACE(" "), COMMA(", "), SEMICOLON("; "), COLON(": "), STOP("."), OPEN(" ("), CLOSE(")"), ARROW(" → "), ELLIPSIS("…"), EQUALS("= "), ABOVE("> "), INDENT("  ");

        private final String sign;

        Punctuation(String sign) {
            this.sign = sign;
        }

        @Override
        public String in(Locale language) {
            return sign;
        }
    }

    /// Says nothing.
    static Sentence none() {
        return Punctuation.NOTHING;
    }

    /// Several in a row, with nothing between them.
    static Sentence row(Sentence... parts) {
        return joined(Punctuation.NOTHING, Arrays.asList(parts));
    }

    /// Several in a row.
    ///
    /// @param separator what is between them
    static Sentence joined(Sentence separator, Collection<? extends Sentence> parts) {
        return parts.size() == 1 ? parts.iterator().next() : new Row(separator, List.copyOf(parts));
    }

    /// Those that say something in a row, with spaces between them.
    static Sentence paragraph(Sentence... sentences) {
        return joined(Punctuation.SPACE, Arrays.stream(sentences).filter(each -> !each.isEmpty()).toList());
    }

    /// A whole number.
    static Sentence count(long value) {
        return new Count(value);
    }

    /// A number with so many digits behind the point: `0.25`.
    static Sentence number(double value, int digits) {
        return new Decimal(value, Notation.PLAIN, digits);
    }

    /// The same with thousands apart: `1,234.5`.
    static Sentence grouped(double value, int digits) {
        return new Decimal(value, Notation.GROUPED, digits);
    }

    /// A power of ten: `1.2e-07`.
    static Sentence scientific(double value, int digits) {
        return new Decimal(value, Notation.SCIENTIFIC, digits);
    }

    /// A number with so many digits that matter.
    static Sentence significant(double value, int digits) {
        return new Decimal(value, Notation.SIGNIFICANT, digits);
    }

    /// A number that a pattern shows as `{0,number,0.00}`.
    static Sentence measured(double value) {
        return new Decimal(value, Notation.OF_PATTERN, 0);
    }

    /// A share, 0 to 1, of a hundred, with so many digits behind the point: `25.0 %`.
    static Sentence percent(double share, int digits) {
        return new Decimal(share, Notation.PERCENT, digits);
    }

    /// The address of a host.
    static Sentence host(String address) {
        return new Quoted(Source.HOST, address);
    }

    /// Addresses: `10.0.0.1, 10.0.0.2`.
    static Sentence hosts(Collection<String> addresses) {
        return joined(Punctuation.COMMA, addresses.stream().map(Sentence::host).toList());
    }

    /// A user, or a number that was dialled.
    static Sentence user(String name) {
        return new Quoted(Source.USER, name);
    }

    /// A field of a message by its name.
    static Sentence field(String name) {
        return new Quoted(Source.FIELD, name);
    }

    /// Bytes of the capture as text.
    static Sentence captured(String text) {
        return new Quoted(Source.CAPTURE, text);
    }

    /// A point in time, as it is written in every language.
    static Sentence time(String text) {
        return new Quoted(Source.TIME, text);
    }

    /// A name of a protocol or a model: `INVITE`, `404`.
    static Sentence term(String name) {
        return new Quoted(Source.TERM, name);
    }

    /// What a user wrote.
    static Sentence note(String text) {
        return new Quoted(Source.NOTE, text);
    }

    /// What is known in English only.
    static Sentence english(String text) {
        return new Quoted(Source.ENGLISH, text);
    }

    /// The name of a program, a file, a model or a rule.
    static Sentence name(String name) {
        return new Quoted(Source.NAME, name);
    }
}
