package org.sipsleuth.pipeline;

import static org.sipsleuth.sentence.Sentence.count;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.sentence.Sentence;

/// What a model file states of people and places of the network it was trained on, found in its
/// bytes: in the text of messages that it keeps, and in its facts.
///
/// @param users the user parts of URIs and credentials
/// @param hosts the hosts of URIs, realms and addresses
/// @param names the display names
public record ModelContents(Set<String> users, Set<String> hosts, Set<String> names) {

    private static final int MOST_NAMED = 3;

    private static final String VALUE = "([^\\s@<>\";,*:&?\\p{Cntrl}]{1,64})";
    private static final String HOST = "(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9][A-Za-z0-9.-]{0,253})";
    private static final Pattern USERS = Pattern.compile(
            "(?i)\\bsips?:" + VALUE + "(?::[^@\\s]{0,64})?@" + "|\\btel:" + VALUE + "|\\busername=\"?" + VALUE);
    private static final Pattern HOSTS = Pattern
            .compile("(?i)\\bsips?:(?:[^\\s@<>\";,]{1,64}@)?" + HOST + "(?![^\\s@<>]*@)" + "|\\brealm=\"?" + HOST);
    private static final Pattern ADDRESSES = Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w]|\\.\\d)");
    private static final Pattern ADDRESSES_6 =
            Pattern.compile("(?i)(?:IN IP6 |\\[)([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})");
    private static final Pattern NAMES = Pattern.compile("\"([^\"*\\p{Cntrl}]{1,64})\"\\s*<sips?:");

    /// Names and versions of products, which look like addresses.
    private static final Pattern PRODUCTS = Pattern.compile("(?im)^(?:User-Agent|Server)\\s*:.*$");

    /// Takes copies.
    public ModelContents {
        users = Set.copyOf(users);
        hosts = Set.copyOf(hosts);
        names = Set.copyOf(names);
    }

    /// Searches a model. Cost: its bytes, a few times.
    public static ModelContents of(ModelFile file) {
        String text = PRODUCTS.matcher(new String(file.toBytes(), StandardCharsets.ISO_8859_1)).replaceAll("");
        Set<String> hosts = found(HOSTS, text);
        hosts.addAll(found(ADDRESSES, text));
        hosts.addAll(found(ADDRESSES_6, text));
        return new ModelContents(found(USERS, text), hosts, found(NAMES, text));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String value = matcher.group();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                value = matcher.group(group) == null ? value : matcher.group(group);
            }
            found.add(value);
        }
        return found;
    }

    private boolean isEmpty() {
        return users.isEmpty() && hosts.isEmpty() && names.isEmpty();
    }

    /// What there is, in a sentence.
    public Sentence sentence() {
        if (isEmpty()) {
            return CleanBaseline.TEXTS.sentence("contents.none");
        }
        return CleanBaseline.TEXTS.sentence("contents.some", count(users.size()), count(hosts.size()),
                count(names.size()), Sentence.joined(Sentence.Punctuation.COMMA, examples().toList()));
    }

    /// The same of a model that was trained on an anonymised copy.
    public Sentence pseudonyms() {
        return isEmpty() ? sentence()
                : CleanBaseline.TEXTS.sentence("contents.pseudonyms", count(users.size()), count(hosts.size()),
                        count(names.size()));
    }

    private Stream<Sentence> examples() {
        return Stream.of(users, hosts, names)
                .flatMap(some -> some.stream().sorted().limit(1))
                .limit(MOST_NAMED)
                .map(Sentence::captured);
    }
}
