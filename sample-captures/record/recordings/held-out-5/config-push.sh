# The provisioning server of the place tells its phones twice by NOTIFY to fetch their configuration; they register again.
draw_place
open_office
number=$(drawn phones 8 14)
add_handsets "$number" 2
add_host config "$NET.$(drawn config 200 240)"
event=$(one_of event 'check-sync;reboot=true' 'check-sync')
for round in 1 2; do
    for n in $(seq 0 $((number - 1))); do echo "$BLOCK$((20 + n));$event;"; done
done | write_list "$scratch/events.csv"
sed "s#sip:\[field0\]@\[remote_ip\]:\[remote_port\]#sip:[field0]@$DOMAIN#; s#<sip:\[field0\]@\[remote_ip\]>#<sip:[field0]@$DOMAIN>#" \
    "$parts/sipp/notify.xml" >"$parts/sipp/told.xml"
sipp_list told "$scratch/events.csv" "${address_of[config]}" 5060 "$(drawn rate 50 90)" -key from "config@$DOMAIN" -key agent "snom-provisioning 3.2"
begin
ordinary_day 44
incoming+=(told)
at "$(drawn start 6 10)" start told config "${list_command[@]}" "$PROXY:5060"
finish
