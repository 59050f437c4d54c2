package org.sipsleuth.incident.change;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.change.IncidentChanges.Added;
import org.sipsleuth.incident.change.IncidentChanges.Change;
import org.sipsleuth.incident.change.IncidentChanges.Closed;
import org.sipsleuth.sentence.Sentence;

/// The incidents of a growing capture as a list: one row for each identifier, which keeps its place.
/// A new one comes before those that are less severe. One that is found no more stays until it is
/// dismissed.
public final class IncidentRows {

    /// A capture may run for months: of more that are found no more, those closed first are dropped.
    static final int MOST_GONE = 500;

    private final IncidentChanges changes = new IncidentChanges();
    private final List<IncidentRow> rows = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();

    /// The rows now, in their order.
    public List<IncidentRow> rows() {
        return List.copyOf(rows);
    }

    /// Takes the incidents of the next state of the capture.
    public void follow(List<Incident> now, SipIndex index) {
        follow(changes.of(now, index));
    }

    /// The same.
    ///
    /// @param fromNanos when the first message of the ring was captured, in ns since the epoch
    /// @param toNanos when the last one was
    void follow(List<Incident> now, long fromNanos, long toNanos) {
        follow(changes.of(now, fromNanos, toNanos));
    }

    private void follow(List<Change> news) {
        Map<String, Incident> found = changes.incidents().stream().collect(toMap(Incident::id, Function.identity()));
        rows.replaceAll(row -> found.containsKey(row.id()) ? row.found(found.get(row.id())) : row.gone());
        news.forEach(this::take);
        rows.stream()
                .filter(row -> !row.isFound())
                .map(IncidentRow::id)
                .filter(id -> !gone.contains(id))
                .forEach(gone::add);
        gone.removeIf(found::containsKey);
        while (gone.size() > MOST_GONE) {
            dismiss(gone.getFirst());
        }
    }

    private void take(Change change) {
        int place = place(change.id());
        if (change instanceof Added(Incident incident)) {
            add(incident, place);
        } else if (place >= 0) {
            rows.set(place, rows.get(place).reported(change, why(change)));
        }
    }

    /// What was withdrawn may be found again.
    private void add(Incident incident, int place) {
        if (place >= 0) {
            rows.set(place, IncidentRow.added(incident));
            return;
        }
        int before = 0;
        while (before < rows.size() && rows.get(before).incident().severity().compareTo(incident.severity()) >= 0) {
            before++;
        }
        rows.add(before, IncidentRow.added(incident));
    }

    private Sentence why(Change change) {
        if (change instanceof Closed closed && closed.joinedTo().isPresent()) {
            int other = place(closed.joinedTo().get());
            return other < 0 ? closed.why() : closed.why(rows.get(other).incident().title());
        }
        return change.why();
    }

    private int place(String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// Removes the row of one that is found no more.
    public void dismiss(String id) {
        rows.removeIf(row -> !row.isFound() && row.id().equals(id));
        gone.remove(id);
    }
}
