package org.sipsleuth.dialog.leg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.run.RunMonitor;

/// Which dialogs of a capture are legs of one call, and why. Immutable; used by any thread.
///
/// The same messages yield the same groups, links and confidences on every run, in whatever order
/// the files are given.
public final class Legs {

    private static final int NONE = -1;

    private final SipIndex index;
    private final LegSettings settings;
    private final List<FoundLink> links;
    private final List<LegGroup> groups;
    private final LegLimits limits;

    /// The group of each dialog, or [#NONE].
    private final IntColumn groupOf = new IntColumn();

    /// The links of each dialog: where they begin in [#linkNumbers].
    private final int[] linksFrom;

    private final int[] linkNumbers;

    Legs(SipIndex index, LegSettings settings, List<FoundLink> links, List<LegGroup> groups, LegLimits limits) {
        this.index = index;
        this.settings = settings;
        this.links = List.copyOf(links);
        this.groups = List.copyOf(groups);
        this.limits = limits;
        int dialogs = index.dialogs().size();
        for (int dialog = 0; dialog < dialogs; dialog++) {
            groupOf.add(NONE);
        }
        for (int group = 0; group < groups.size(); group++) {
            for (int dialog : groups.get(group).dialogs()) {
                groupOf.set(dialog, group);
            }
        }
        linksFrom = new int[dialogs + 1];
        linkNumbers = new int[2 * links.size()];
        fillLinks();
    }

    private void fillLinks() {
        for (FoundLink found : links) {
            linksFrom[found.link().first() + 1]++;
            linksFrom[found.link().second() + 1]++;
        }
        Arrays.parallelPrefix(linksFrom, Integer::sum);
        int[] next = linksFrom.clone();
        for (int i = 0; i < links.size(); i++) {
            linkNumbers[next[links.get(i).link().first()]++] = i;
            linkNumbers[next[links.get(i).link().second()]++] = i;
        }
    }

    /// Searches for the legs of all calls. Cost: a few times that of reading a header per call.
    ///
    /// @param monitor is notified of the calls read and compared
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Legs of(SipIndex index, LegSettings settings, RunMonitor monitor) {
        return new LegSearch(index, settings, monitor).run();
    }

    /// What they are the legs of.
    public SipIndex index() {
        return index;
    }

    /// All calls with more than one leg, in the order of their first dialogs.
    public List<LegGroup> groups() {
        return groups;
    }

    /// The place of a dialog's group in [#groups]; empty if it is alone.
    public Optional<Integer> groupOf(int dialog) {
        int group = groupOf.get(dialog);
        return group == NONE ? Optional.empty() : Optional.of(group);
    }

    /// All legs of a dialog's call, in the order of their numbers; itself alone if there are none.
    public List<Integer> legsOf(int dialog) {
        return groupOf(dialog).map(group -> groups.get(group).dialogs()).orElse(List.of(dialog));
    }

    /// The extended flow of a dialog: the numbers of the messages of all legs of its call, in the
    /// order of time.
    public int[] flow(int dialog) {
        return legsOf(dialog).stream()
                .flatMapToInt(leg -> Arrays.stream(index.messagesOf(leg)))
                .sorted() // messages are numbered by time
                .toArray();
    }

    /// The links of a dialog, the surest first; also those too unsure to make a group.
    public List<LegLink> linksOf(int dialog) {
        List<LegLink> found = new ArrayList<>();
        for (int i = linksFrom[dialog]; i < linksFrom[dialog + 1]; i++) {
            found.add(links.get(linkNumbers[i]).link());
        }
        return List.copyOf(found);
    }

    /// All links, the surest first.
    public List<LegLink> links() {
        return links.stream().map(FoundLink::link).toList();
    }

    /// How sure it is that a dialog belongs to its group: the confidence of its surest link; 0 for
    /// one that is alone.
    public double confidence(int dialog) {
        return groupOf(dialog).isEmpty() ? 0 : linksOf(dialog).getFirst().confidence();
    }

    /// Whether a link is sure enough to make a group.
    public boolean isSure(LegLink link) {
        return link.confidence() >= settings.leastConfidence();
    }

    /// Why a link is believed, the strongest reason first, those against it last. Reads the
    /// messages of both dialogs.
    public List<LegReason> reasons(LegLink link) {
        return found(link).map(foundLink -> new Reasons(index, settings).of(foundLink)).orElse(List.of());
    }

    /// The short names of what speaks for a link, the strongest first. Reads nothing.
    public List<String> kinds(LegLink link) {
        return found(link).map(foundLink -> new Reasons(index, settings).kinds(foundLink)).orElse(List.of());
    }

    private Optional<FoundLink> found(LegLink link) {
        for (int i = linksFrom[link.second()]; i < linksFrom[link.second() + 1]; i++) {
            FoundLink found = links.get(linkNumbers[i]);
            if (found.link().equals(link)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// What was left out so that it did not take forever.
    public LegLimits limits() {
        return limits;
    }
}
