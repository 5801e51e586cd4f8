"""Pictures of numbers: plain functions from values to Plotly figures, with nothing of Streamlit in them."""
