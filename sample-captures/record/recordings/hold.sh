# 1001 puts the call on hold and takes it back: two re-INVITEs, look at the SDP's direction.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_proxy
register phone2 1002
start_capture
callee 1002 phone2 callee-held -s 1002
caller 1001 phone1 caller-holding -s 1002 -key user 1001
wait_for 1001 1002
stop_capture
expect phone1 ">INVITE <100 <180 <200 >ACK >INVITE <100 <200 >ACK >INVITE <100 <200 >ACK >BYE <200"
