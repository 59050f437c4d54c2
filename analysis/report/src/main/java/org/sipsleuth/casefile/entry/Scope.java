package org.sipsleuth.casefile.entry;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// For whose requests a verdict about a step holds.
///
/// @param kind whether senders, servers or nobody are named
/// @param addresses those that are named, in order; none for [Kind#EVERYWHERE]
public record Scope(Kind kind, List<String> addresses) {

    /// For all requests, in any capture.
    public static final Scope EVERYWHERE = new Scope(Kind.EVERYWHERE, List.of());

    /// More hosts are counted.
    private static final int MOST_NAMED = 3;

    private static final MethodTexts TEXTS = MethodTexts.beside(Scope.class);

    /// What a scope names.
    public enum Kind {
        /// The hosts that send the requests.
        SENDERS,
        /// The hosts that the requests are sent to.
        SERVER,
        EVERYWHERE;

        /// Its name in files and on the command line.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind of this name, if there is one.
        public static Optional<Kind> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }

        /// The next one, from the first again after the last.
        public Kind next() {
            return switch (this) {
                case SENDERS -> SERVER;
                case SERVER -> EVERYWHERE;
                case EVERYWHERE -> SENDERS;
            };
        }
    }

    public Scope {
        addresses = kind == Kind.EVERYWHERE ? List.of() : List.copyOf(new TreeSet<>(addresses));
    }

    /// Requests of these senders, to whatever server.
    public static Scope senders(Collection<String> addresses) {
        return new Scope(Kind.SENDERS, List.copyOf(addresses));
    }

    /// Requests to these servers, of whatever sender.
    public static Scope server(Collection<String> addresses) {
        return new Scope(Kind.SERVER, List.copyOf(addresses));
    }

    /// Whether it holds for requests of this sender to this server.
    public boolean covers(String sender, String server) {
        return switch (kind) {
            case EVERYWHERE -> true;
            case SERVER -> isNamed(server);
            case SENDERS -> isNamed(sender);
        };
    }

    private boolean isNamed(String address) {
        return Collections.binarySearch(addresses, address) >= 0;
    }

    /// Whether it holds wherever the other does.
    public boolean includes(Scope other) {
        return kind == Kind.EVERYWHERE || (kind == other.kind && other.addresses.stream().allMatch(this::isNamed));
    }

    /// Whether both can hold for one request. Whether a sender asks a server is seen in captures
    /// only: where one names senders and the other servers, they can.
    public boolean overlaps(Scope other) {
        return kind != other.kind || kind == Kind.EVERYWHERE
                || other.addresses.stream().anyMatch(this::isNamed);
    }

    /// Its text in files: `everywhere`, `senders 192.0.2.1 192.0.2.2`.
    public String word() {
        return Stream.concat(Stream.of(kind.word()), addresses.stream()).collect(Collectors.joining(" "));
    }

    /// The scope of a text in files, if it is one.
    public static Optional<Scope> of(String word) {
        List<String> parts = Arrays.asList(word.split(" "));
        List<String> named = parts.subList(1, parts.size());
        return Kind.of(parts.getFirst())
                .filter(kind -> named.isEmpty() == (kind == Kind.EVERYWHERE))
                .map(kind -> new Scope(kind, named));
    }

    /// What it is for people: `everywhere`, `from 192.0.2.1, 192.0.2.2`.
    public String text() {
        return words().text();
    }

    /// The same in the language of a report.
    public Sentence words() {
        int more = addresses.size() - MOST_NAMED;
        Sentence named = Sentence.hosts(addresses.stream().limit(MOST_NAMED).toList());
        return TEXTS.sentence("scope." + kind.word(),
                more <= 0 ? named : TEXTS.sentence("scope.more", named, Sentence.count(more)));
    }
}
