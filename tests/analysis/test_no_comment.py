"""No comment: what was refused decides."""

from __future__ import annotations

import pytest

from attribution.analysis.no_comment import asked, no_comment
from attribution.model import Span


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "The aide declined to be named because the talks are private.",
        "Prosecutors declined to charge the driver.",
        "The bank refused to give a loan.",
        "The starboard engine did not respond.",
        "The patient did not respond.",
        "Patients did not respond.",
        "Patients at Oslo Hospital did not respond.",
        "Fans of Joseph Marlow have not responded.",
        "Others did not reply.",
        "Of 60 patients, 47 did not respond.",
        "He did not answer.",
        "It did not respond.",
        "-- did not respond.",
        "“…” did not answer.",
        "He called the dog, but it did not respond.",
        "The bank did not respond in kind.",
        "Ms Harrow declined to run for a third term.",
        "Police responded to a call at noon.",
        "The minister refused to say that the plan was dead.",
        "The court refused requests to stop the sale.",
        "Neither side could provide evidence that the count was wrong.",
        "Neither bill would address the tolls.",
        "The driver was released without answering any questions from police.",
        "The mill did not provide work for the town after it was sold.",
        "His cousin refused to answer questions from the grand jury last year.",
        "Ms Harrow, on the witness stand, would not say where the money went.",
        "Mr Lind declined to answer the committee’s questions.",
        "The council has been asked for a grant.",
        "The leaders did not discuss the matter.",
        "The parties could not discuss the deal until the vote was over.",
        "The firm has contacted its lawyers for advice.",
        "Attempts to reach the summit were unsuccessful.",
        "The town did not receive a grant.",
        "The firm would not make lifts available to others.",
        "The firm did not make parts available for older lifts.",
        "The council is not in a position to build a school.",
        "The mayor refused to go into exile.",
        "Many questions about the pier remained unanswered.",
        "The police directed traffic to the quay.",
        "The board has yet to address the leak.",
        "The office does not take calls for the taxi.",
        "The firm had nothing to say in its defence for a century.",
        "The boat was not ready to sail.",
        "The mayor ignored serious questions about the pier.",
    ],
)
def test_an_act_or_anonymity_is_no_silence(text: str) -> None:
    assert no_comment(text, whole(text)) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ministry declined to comment.", "The ministry"),
        ("A trust spokesman said it would be inappropriate to comment.", "A trust spokesman"),
        ("A doctor at the clinic refused to give a figure.", "A doctor at the clinic"),
        ("The mayor has refused for months to say what it cost.", "The mayor"),
        ("Asked whether he would stay, he did not answer.", None),
        ("The paper reached out to the board for comment but did not receive a response by noon.", "the board"),
        ("The firm did not make its managers available for an interview.", "The firm"),
        ("The mayor would not take questions about the pier.", "The mayor"),
        ("The police were not in a position to discuss the case.", "The police"),
        ("Mr Okafor did not immediately respond to a request for comment.", "Mr Okafor"),
        ("Neither the mayor nor the council offered immediate comment.", "Neither the mayor nor the council"),
        (
            "Neither Ms Lind, who was fired in May, nor Mr Okafor responded.",
            "Neither Ms Lind, who was fired in May, nor Mr Okafor",
        ),
        ("Neither the port nor the union would comment.", "Neither the port nor the union"),
        ("She declined requests to comment.", "She"),
        ("He refused several requests to be interviewed.", "He"),
        ("The owners left without responding to reporters’ questions.", "The owners left"),
        ("The trust also did not respond to inquiries on Friday.", "The trust"),
        ("Ms Lind could not be reached on Sunday.", "Ms Lind"),
        ("The fire was out by dawn, but the owner would not say what caused it.", "the owner"),
        ("Calls to the company were not returned.", "the company"),
        ("Norvik Build, which put up the hall in 2019, declined to comment.", "Norvik Build"),
        ("In 2019, Ada Lind, who declined to comment, sold the hall.", "Ada Lind"),
        ("No one answered the door at the house.", None),
        ("Efforts to reach Ms Lind for comment were unsuccessful.", "Ms Lind"),
        ("Norvik Build has been approached for comment.", "Norvik Build"),
        ("The Record has contacted Norvik Build for comment.", "Norvik Build"),
        ("Mr Okafor did not get back to us.", "Mr Okafor"),
        ("Ms Lind turned down requests for an interview.", "Ms Lind"),
        ("Her office would neither confirm nor deny the sale.", "Her office"),
        ("Ms Lind hung up when a reporter called.", "Ms Lind"),
        ("Mr Okafor said he would not be commenting.", "Mr Okafor"),
        ("Its solicitor said the firm did not discuss pending matters.", "the firm"),
        ("The mayor declined to go into details.", "The mayor"),
        ("The ministry directed inquiries to the port.", "The ministry"),
        ("The mayor has yet to address the claims.", "The mayor"),
        ("Questions sent to the port remained unanswered on Friday.", "the port"),
        ("Telephone messages left at Vale & Lund were not returned.", "Vale & Lund"),
        ("Voicemails left for the agency were not returned.", "the agency"),
        ("Calls to the port went to voicemail and weren’t returned.", "the port"),
        ("Ms Lind did not call back.", "Ms Lind"),
        ("Ms Lind, who owns it, did not take calls.", "Ms Lind"),
        ("Neither would discuss the matter.", "Neither"),
        ("Neither the port nor its owner, Otto Marsh, took calls.", "Neither the port nor its owner, Otto Marsh,"),
        ("The owner did not come to the door.", "The owner"),
        ("Mr Okafor could not be located for comment.", "Mr Okafor"),
        ("Norvik Build had nothing to say on the matter.", "Norvik Build"),
        ("The port said it had nothing further to add.", "The port"),
        ("Her office did not have an immediate response.", "Her office"),
        ("The port did not wish to comment.", "The port"),
        ("Ms Lind ignored shouted questions from reporters.", "Ms Lind"),
        ("Ms Lind walked past the cameras without answering questions.", "Ms Lind walked past the cameras"),
        ("The port said the agency doesn’t confirm or deny inspections.", "the agency"),
        ("The adviser said it never talked about clients.", "it"),
        ("Asked about the pier, the mayor smiled and kept walking.", None),
        ("Neither woman’s office would confirm the meeting.", "Neither woman’s office"),
        ("The port had not responded by the time of publication.", "The port"),
        ("The port did not respond when asked what it cost.", "The port"),
        ("The council did not reply.", "The council"),
        ("Lind’s office has not responded.", "Lind’s office"),
        ("The mayor did not immediately respond.", "The mayor"),
        ("The mayor declined through an aide to be interviewed.", "The mayor"),
        ("Her husband did not wish to be interviewed.", "Her husband"),
        ("The minister referred journalists to a speech.", "The minister"),
        ("The mayor was not made available for an interview.", "The mayor"),
        ("The owner hung up when reached by phone.", "The owner"),
        ("Relatives turned down interview requests.", "Relatives"),
        ("A spokeswoman would not address that claim.", "A spokeswoman"),
        ("The mayor said he was not going to get into that.", "he"),
        ("The port said it would be inappropriate to comment on the sale.", "The port"),
        ("The agency did not provide a copy of the review after The Record requested one.", "The agency"),
    ],
)
def test_silence_and_who_kept_it(text: str, who: str | None) -> None:
    silence = no_comment(text, whole(text))
    assert silence is not None
    found = asked(text, whole(text), silence)
    assert (found.of(text) if found else None) == who
