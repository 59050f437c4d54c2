package org.sipsleuth.simulate.scenario.social.society;

/// The size of an organisation and what changes in it.
///
/// @param members all, also those who join later
/// @param departments groups that mostly call each other
/// @param outsiders people outside
/// @param newcomers how many of the members join after the first days
/// @param changes how many other members change their habits after the first days
/// @param firstDays days in which nobody joins and nothing changes
/// @param days duration
/// @param onlyCallers whether all members are active and call, as in paper 5, Table 6
public record OrganisationPlan(int members, int departments, int outsiders, int newcomers, int changes, int firstDays,
        int days, boolean onlyCallers) {}
