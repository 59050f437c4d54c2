package org.sipsleuth.view.social;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.social.graph.ContactGraph;
import org.sipsleuth.view.social.graph.CallRole;
import org.sipsleuth.view.social.graph.GraphData;
import org.sipsleuth.view.social.graph.GraphPane;
import org.sipsleuth.view.social.graph.Relation;

/// The caption of the graph: what nodes and lines are, and what is left out.
final class GraphCaption {

    private GraphCaption() {}

    /// The caption of a graph.
    ///
    /// @param its the picture it is from
    static String of(GraphData graph, SocialPicture its) {
        List<String> sentences = new ArrayList<>();
        int nodes = graph.nodes().size();
        int pairs = graph.edges().size();
        String relation = graph.relation().name();
        if (graph.nodes().stream().anyMatch(node -> node.role() == CallRole.GROUP)) {
            sentences.add(text("social.drawn.groups", nodes, graph.hidden()));
            sentences.add(text("social.drawn.groups." + relation));
        } else {
            sentences.add(text("social.drawn." + relation, nodes, pairs));
            if (pairs > GraphPane.MOST_MOVING) {
                sentences.add(
                        text("social.drawn.strongest", GraphPane.MOST_MOVING, Math.min(pairs, GraphPane.MOST_STILL)));
            }
        }
        ContactGraph contacts = its.calls().contacts();
        if (graph.relation() == Relation.SHARED_CONTACTS) {
            if (contacts.size() > SocialPicture.MOST_SIMILAR) {
                sentences.add(text("social.contacts.most", SocialPicture.MOST_SIMILAR, contacts.size()));
            }
            if (contacts.hubs() > 0) {
                sentences.add(text("social.contacts.hubs", contacts.hubs(), contacts.mostCallers()));
            }
        }
        return String.join(" ", sentences);
    }
}
