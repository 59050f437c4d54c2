package org.sipsleuth.report.exchange;

import org.sipsleuth.finding.AttackTechnique;

/// Where MITRE ATT&CK describes a technique.
final class AttackReference {

    private AttackReference() {}

    /// The page of a technique or sub-technique.
    static String url(String id) {
        return "https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/";
    }

    /// The id of the technique that a sub-technique belongs to: `T1110` of `T1110.001`.
    static String parent(AttackTechnique technique) {
        int point = technique.id().indexOf('.');
        return point < 0 ? technique.id() : technique.id().substring(0, point);
    }
}
